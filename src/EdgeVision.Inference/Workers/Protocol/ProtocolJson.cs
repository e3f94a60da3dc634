using System.Text.Json.Serialization;

namespace EdgeVision.Inference.Workers.Protocol;

/// <summary>The tails' JSON: snake_case names, enums in words, null left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 16)]
[JsonSerializable(typeof(LoadOrder))]
[JsonSerializable(typeof(FaultReport))]
[JsonSerializable(typeof(LoadedReport))]
internal sealed partial class ProtocolJson : JsonSerializerContext;
