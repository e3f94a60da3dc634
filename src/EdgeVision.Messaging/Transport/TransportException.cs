namespace EdgeVision.Messaging.Transport;

/// <summary>A connection could not be opened or used; the message says why.</summary>
public sealed class TransportException(string message, Exception? inner = null) : Exception(message, inner);
