using EdgeVision.Native.Mosquitto;

namespace EdgeVision.Messaging.Transport;

/// <summary>Reads what the options only name. Done at each connection, so that secrets can be changed while running.</summary>
internal static class ConnectionFiles
{
    /// <exception cref="TransportException">The file cannot be read or is empty.</exception>
    internal static string? ReadPassword(MqttOptions options)
    {
        if (options.PasswordFile is not { } path)
        {
            return null;
        }

        try
        {
            using var reader = new StreamReader(path);
            return reader.ReadLine() ?? throw new TransportException($"the password file {path} is empty");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TransportException($"cannot read the password file {path}: {error.Message}", error);
        }
    }

    /// <exception cref="TransportException">A file cannot be read, or only one of certificate and key is given.</exception>
    internal static MosquittoTls? ReadTls(MqttOptions options)
    {
        if (options.Tls is not { } tls)
        {
            return null;
        }

        if (tls.Cert is null != tls.Key is null)
        {
            throw new TransportException("a client certificate needs both tls.cert and tls.key");
        }

        // The library only says "Invalid input" when it cannot open one.
        Need("tls.ca", tls.Ca);
        Need("tls.cert", tls.Cert);
        Need("tls.key", tls.Key);
        return new MosquittoTls(tls.Ca, tls.Cert, tls.Key, tls.Insecure);
    }

    private static void Need(string key, string? path)
    {
        try
        {
            if (path is not null)
            {
                File.OpenRead(path).Dispose();
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TransportException($"cannot read {key} {path}: {error.Message}", error);
        }
    }
}
