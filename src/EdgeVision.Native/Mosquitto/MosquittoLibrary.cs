using System.Runtime.InteropServices;

namespace EdgeVision.Native.Mosquitto;

/// <summary>Finds, checks and starts libmosquitto, once per process.</summary>
public static class MosquittoLibrary
{
    private const string Remedy = "apt install libmosquitto1";
    private static readonly Version Oldest = new(2, 0, 0);
    private static readonly Lazy<LoadedLibrary> Loaded = new(Find);

    /// <summary>The copy in use, with every place that was tried.</summary>
    /// <exception cref="NativeLibraryException">There is none, or it is older than 2.0.</exception>
    public static LoadedLibrary Load() => Loaded.Value;

    /// <summary>The loaded copy's version.</summary>
    /// <exception cref="NativeLibraryException">There is none, or it is older than 2.0.</exception>
    public static Version Version
    {
        get
        {
            _ = Load();
            _ = Libmosquitto.mosquitto_lib_version(out var major, out var minor, out var revision);
            return new Version(major, minor, revision);
        }
    }

    /// <summary>The library's word for a status; for <see cref="MosquittoStatus.SystemError"/> the system's.</summary>
    internal static string Words(int status, int systemError)
    {
        if (status == (int)MosquittoStatus.SystemError && systemError != 0)
        {
            return Marshal.GetPInvokeErrorMessage(systemError);
        }

        return Text(Libmosquitto.mosquitto_strerror(status)).TrimEnd('.');
    }

    /// <summary>The standard's word for an MQTT 5 reason code.</summary>
    public static string ReasonWords(int reasonCode)
    {
        _ = Load();
        return Text(Libmosquitto.mosquitto_reason_string(reasonCode)).TrimEnd('.');
    }

    internal static string Text(nint utf8) => Marshal.PtrToStringUTF8(utf8) ?? string.Empty;

    private static LoadedLibrary Find()
    {
        var library = LibraryProbe.Load(
            "libmosquitto", LibraryProbe.Candidates(null, Libmosquitto.Library), Remedy, Refusal);
        Check(Libmosquitto.mosquitto_lib_init());
        return library;
    }

    private static unsafe string? Refusal(LoadedLibrary library)
    {
        if (!library.TryGetExport("mosquitto_lib_version", out var address))
        {
            return "has no mosquitto_lib_version";
        }

        int major, minor, revision;
        _ = ((delegate* unmanaged[Cdecl]<int*, int*, int*, int>)address)(&major, &minor, &revision);
        var version = new Version(major, minor, revision);
        return version < Oldest ? $"is version {version}, and {Oldest} is the oldest that will do" : null;
    }

    internal static void Check(int status, int systemError = 0)
    {
        if (status != 0)
        {
            throw new MosquittoException((MosquittoStatus)status, Words(status, systemError));
        }
    }
}
