namespace EdgeVision.Messaging.Payloads;

/// <summary>The process's memory.</summary>
/// <param name="RssBytes">Resident set.</param>
/// <param name="ManagedBytes">Managed heap in use.</param>
/// <param name="Collections">Garbage collections so far.</param>
public sealed record HealthMemoryV1(long RssBytes, long ManagedBytes, long Collections);
