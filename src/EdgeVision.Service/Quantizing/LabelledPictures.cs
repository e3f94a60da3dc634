using EdgeVision.Core.Detections;
using EdgeVision.ModelTools.Evaluation;

namespace EdgeVision.Service.Quantizing;

/// <summary>Labelled pictures as a person names them.</summary>
/// <param name="Folder">Of the pictures.</param>
/// <param name="Annotations">The COCO instances file.</param>
public sealed record LabelledPictures(string Folder, string Annotations)
{
    /// <param name="text">FOLDER,FILE; either may hold commas of its own.</param>
    /// <exception cref="FormatException">It does not name both.</exception>
    public static LabelledPictures Parse(string text)
    {
        var commas = Enumerable.Range(0, text.Length).Where(i => text[i] == ',').ToArray();
        var pairs = commas.Select(at => new LabelledPictures(text[..at].Trim(), text[(at + 1)..].Trim())).Where(pair => pair.Folder.Length > 0 && pair.Annotations.Length > 0).ToArray();
        if (pairs.Length == 0)
        {
            throw new FormatException($"--evaluate takes a folder of pictures and a COCO instances file as DIR,JSON, not '{text}'");
        }

        if (pairs.FirstOrDefault(pair => Directory.Exists(pair.Folder) && File.Exists(pair.Annotations)) is { } whole)
        {
            return whole;
        }

        var near = pairs.FirstOrDefault(pair => Directory.Exists(pair.Folder)) ?? pairs[0];
        throw new FormatException(Directory.Exists(near.Folder)
            ? $"--evaluate: there is no file {near.Annotations}; name the COCO instances file after the comma"
            : $"--evaluate: there is no folder {near.Folder}; name the folder of the pictures before the comma");
    }

    /// <summary>That they can judge a model, which else would be found out after minutes.</summary>
    /// <param name="truth">The labels.</param>
    /// <param name="classes">The model's.</param>
    /// <param name="categories">Names of those that count; null for all.</param>
    /// <exception cref="ArgumentException">
    /// A category is not in the labels, the model knows none of them, none of them is in any picture, or a picture is not there.
    /// </exception>
    public void Check(CocoGroundTruth truth, LabelSet classes, IReadOnlyCollection<string>? categories)
    {
        var known = DetectorEvaluation.CategoryOfClass(truth, classes, categories).Values.ToHashSet();
        if (!truth.Annotations.Any(one => known.Contains(one.CategoryId) && truth.HasImage(one.ImageId)))
        {
            throw new ArgumentException($"--evaluate: {Annotations} has no box that the model could find; name labels of the model's classes");
        }

        var missing = truth.Images.Where(image => !File.Exists(Path.Combine(Folder, image.FileName))).ToArray();
        if (missing.Length > 0)
        {
            throw new ArgumentException(
                $"--evaluate: {missing.Length} of the {truth.Images.Count} labelled pictures are not in {Folder}, such as {missing[0].FileName}; name the folder they are in");
        }
    }
}
