namespace EdgeVision.Messaging.Payloads;

/// <summary>Percentiles in ms.</summary>
public sealed record HealthLatencyV1(double P50, double P95, double P99);
