using System.Text.Json.Serialization;
using EdgeVision.Inference.Profiling.Measuring;

namespace EdgeVision.Inference.Profiling.Tables;

/// <summary>How raw samples are written: one point a line.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, IgnoreReadOnlyProperties = true,
    RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true, Converters = [typeof(PictureSizeText), typeof(RoundedNumber)])]
[JsonSerializable(typeof(PointSamples))]
internal sealed partial class SamplesJsonContext : JsonSerializerContext;
