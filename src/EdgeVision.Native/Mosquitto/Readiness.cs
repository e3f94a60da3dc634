namespace EdgeVision.Native.Mosquitto;

/// <summary>How a wait ended. Readable also stands for an error or hang-up, which a read reports.</summary>
internal readonly record struct Readiness(bool Woken, bool Readable, bool Writable);
