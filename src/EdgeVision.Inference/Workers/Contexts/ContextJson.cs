using System.Text.Json.Serialization;

namespace EdgeVision.Inference.Workers.Contexts;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(ContextEntry))]
internal sealed partial class ContextJson : JsonSerializerContext;
