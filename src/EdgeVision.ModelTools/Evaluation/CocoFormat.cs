using System.Text.Json.Serialization;

namespace EdgeVision.ModelTools.Evaluation;

/// <summary>The COCO file formats as they are on disk (https://cocodataset.org/#format-data); everything may be missing.</summary>
internal static class CocoFormat
{
    internal sealed record Instances(List<Image?>? Images, List<Category?>? Categories, List<Annotation?>? Annotations);

    internal sealed record Image(long? Id, string? FileName, int? Width, int? Height);

    internal sealed record Category(long? Id, string? Name);

    internal sealed record Annotation(
        long? ImageId, long? CategoryId, double[]? Bbox, double? Area, [property: JsonPropertyName("iscrowd")] int? IsCrowd, int? Ignore);

    internal sealed record Result(long? ImageId, long? CategoryId, double[]? Bbox, double? Score);
}
