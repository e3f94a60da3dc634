using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EdgeVision.Native.Mosquitto;

/// <summary>libmosquitto's own names and parameter order (mosquitto.h of 2.0). Listed in surface.yaml.</summary>
internal static unsafe partial class Libmosquitto
{
    /// <summary>The soname: once <see cref="MosquittoLibrary"/> has loaded a copy, from wherever, the loader answers with it.</summary>
    internal const string Library = "libmosquitto.so.1";

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_lib_version(out int major, out int minor, out int revision);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_lib_init();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial nint mosquitto_new(string? id, [MarshalAs(UnmanagedType.I1)] bool clean_session, nint obj);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial void mosquitto_destroy(nint mosq);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_int_option(MosquittoHandle mosq, int option, int value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_username_pw_set(MosquittoHandle mosq, string? username, string? password);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_will_set_v5(
        MosquittoHandle mosq, string topic, int payloadlen, byte* payload, int qos,
        [MarshalAs(UnmanagedType.I1)] bool retain, nint properties);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_tls_set(
        MosquittoHandle mosq, string? cafile, string? capath, string? certfile, string? keyfile,
        delegate* unmanaged[Cdecl]<byte*, int, int, nint, int> pw_callback);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_tls_insecure_set(MosquittoHandle mosq, [MarshalAs(UnmanagedType.I1)] bool value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_connect_bind_v5(
        MosquittoHandle mosq, string host, int port, int keepalive, string? bind_address, nint properties);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_disconnect_v5(MosquittoHandle mosq, int reason_code, nint properties);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_publish_v5(
        MosquittoHandle mosq, out int mid, string topic, int payloadlen, byte* payload, int qos,
        [MarshalAs(UnmanagedType.I1)] bool retain, nint properties);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_subscribe_v5(
        MosquittoHandle mosq, out int mid, string sub, int qos, int options, nint properties);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_socket(MosquittoHandle mosq);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [return: MarshalAs(UnmanagedType.I1)]
    internal static partial bool mosquitto_want_write(MosquittoHandle mosq);

    [LibraryImport(Library, SetLastError = true)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_loop_read(MosquittoHandle mosq, int max_packets);

    [LibraryImport(Library, SetLastError = true)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_loop_write(MosquittoHandle mosq, int max_packets);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_loop_misc(MosquittoHandle mosq);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial nint mosquitto_strerror(int mosq_errno);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial nint mosquitto_reason_string(int reason_code);
}
