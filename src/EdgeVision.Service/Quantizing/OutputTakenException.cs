namespace EdgeVision.Service.Quantizing;

/// <summary>An output would overwrite what is there.</summary>
public sealed class OutputTakenException(string message) : Exception(message);
