namespace EdgeVision.Messaging.Payloads;

/// <summary>Who speaks and when, as every payload says it.</summary>
/// <param name="Session">Who.</param>
/// <param name="Time">UTC wall clock.</param>
/// <param name="Clock">synced or unsynced.</param>
/// <param name="MonoNs">The same instant in ns since boot.</param>
public readonly record struct WireStamp(DeviceSession Session, DateTimeOffset Time, string Clock, long MonoNs);
