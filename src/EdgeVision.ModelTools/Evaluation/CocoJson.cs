using System.Text.Json.Serialization;

namespace EdgeVision.ModelTools.Evaluation;

// Some exporters write ids as strings.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(CocoFormat.Instances))]
[JsonSerializable(typeof(List<CocoFormat.Result>), TypeInfoPropertyName = "Results")]
internal sealed partial class CocoJson : JsonSerializerContext;
