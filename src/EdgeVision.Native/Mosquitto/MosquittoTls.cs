namespace EdgeVision.Native.Mosquitto;

/// <summary>How the connection is encrypted and who is trusted.</summary>
/// <param name="CaFile">PEM file of the trusted authorities; null for those of the system.</param>
/// <param name="CertificateFile">PEM file of the client's certificate; null for none.</param>
/// <param name="KeyFile">PEM file of the certificate's key, not encrypted.</param>
/// <param name="AnyHostName">Accept a certificate made out to another host name.</param>
public sealed record MosquittoTls(string? CaFile, string? CertificateFile, string? KeyFile, bool AnyHostName);
