using EdgeVision.Capture.Synthetic.Export;
using EdgeVision.Core.Frames;

namespace EdgeVision.Service.StreetSets;

/// <summary>What a labelled set holds, in words.</summary>
public static class StreetSetSummary
{
    /// <summary>"31 car, 12 person", the most first: the objects with a label, without those that are to be ignored.</summary>
    /// <param name="pictures">All of the set.</param>
    /// <param name="size">Of every picture.</param>
    public static string Of(IReadOnlyList<StreetPicture> pictures, PictureSize size)
    {
        var labels = pictures.SelectMany(static picture => picture.Objects).Where(item => StreetSetJob.Rules.IsLabelled(item, size))
            .GroupBy(static item => item.Label).OrderByDescending(static group => group.Count()).Select(static group => $"{group.Count()} {group.Key}");
        return string.Join(", ", labels) is { Length: > 0 } words ? words : "nothing in them";
    }
}
