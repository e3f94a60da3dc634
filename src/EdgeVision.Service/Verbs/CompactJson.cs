using System.Text.Json.Serialization;

namespace EdgeVision.Service.Verbs;

/// <summary>JSON with one entry a line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DetectedFrameJson))]
internal sealed partial class CompactJson : JsonSerializerContext;
