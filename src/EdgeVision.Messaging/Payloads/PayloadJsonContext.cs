using System.Text.Json.Serialization;

namespace EdgeVision.Messaging.Payloads;

/// <summary>How payloads become JSON; generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(UtcTimeConverter)])]
[JsonSerializable(typeof(StatusV1))]
[JsonSerializable(typeof(InfoV1))]
[JsonSerializable(typeof(HealthV1))]
[JsonSerializable(typeof(CameraStateV1))]
[JsonSerializable(typeof(DetectionsV1))]
[JsonSerializable(typeof(FaultV1))]
public sealed partial class PayloadJsonContext : JsonSerializerContext;
