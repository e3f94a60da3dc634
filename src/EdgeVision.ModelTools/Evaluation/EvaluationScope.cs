namespace EdgeVision.ModelTools.Evaluation;

/// <summary>The images and categories that are judged, with ground truth and detections sorted into them.</summary>
internal sealed class EvaluationScope(CocoGroundTruth groundTruth, IReadOnlyList<DetectionRecord> detections, long[] images)
{
    private readonly ILookup<(long Category, long Image), CocoAnnotation> _truth =
        groundTruth.Annotations.ToLookup(a => (a.CategoryId, a.ImageId));

    private readonly ILookup<(long Category, long Image), DetectionRecord> _detections =
        detections.ToLookup(d => (d.CategoryId, d.ImageId));

    /// <summary>Ids in ascending order, in which COCO goes through the pictures.</summary>
    public static long[] Images(CocoGroundTruth groundTruth, IReadOnlyCollection<long>? wanted)
    {
        foreach (var id in wanted ?? [])
        {
            if (!groundTruth.HasImage(id))
            {
                throw new ArgumentException($"there is no image {id} in the ground truth", nameof(wanted));
            }
        }

        return [.. (wanted ?? groundTruth.Images.Select(image => image.Id)).Distinct().Order()];
    }

    public static CocoCategory[] Categories(CocoGroundTruth groundTruth, IReadOnlyCollection<string>? wanted)
    {
        if (wanted is null)
        {
            return [.. groundTruth.Categories.OrderBy(category => category.Id)];
        }

        var known = string.Join(", ", groundTruth.Categories.Select(category => category.Name));
        return [.. wanted
            .Select(name => groundTruth.FindCategory(name) ?? throw new ArgumentException(
                $"there is no category '{name}' in the ground truth; it has {known}", nameof(wanted)))
            .Distinct()
            .OrderBy(category => category.Id)];
    }

    /// <summary>Every judged picture that has ground truth or detections of this class.</summary>
    public List<ImageMatcher> Pictures(long category)
    {
        var pictures = new List<ImageMatcher>();
        foreach (var image in images)
        {
            var key = (category, image);
            if (_truth.Contains(key) || _detections.Contains(key))
            {
                pictures.Add(new ImageMatcher(_truth[key], _detections[key]));
            }
        }

        return pictures;
    }
}
