using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EdgeVision.Native.Mosquitto;

internal static unsafe partial class Libmosquitto
{
    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial void mosquitto_connect_v5_callback_set(
        MosquittoHandle mosq, delegate* unmanaged[Cdecl]<nint, nint, int, int, nint, void> on_connect);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial void mosquitto_disconnect_v5_callback_set(
        MosquittoHandle mosq, delegate* unmanaged[Cdecl]<nint, nint, int, nint, void> on_disconnect);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial void mosquitto_publish_v5_callback_set(
        MosquittoHandle mosq, delegate* unmanaged[Cdecl]<nint, nint, int, int, nint, void> on_publish);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial void mosquitto_message_v5_callback_set(
        MosquittoHandle mosq, delegate* unmanaged[Cdecl]<nint, nint, NativeMessage*, nint, void> on_message);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial void mosquitto_subscribe_v5_callback_set(
        MosquittoHandle mosq, delegate* unmanaged[Cdecl]<nint, nint, int, int, int*, nint, void> on_subscribe);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial void mosquitto_log_callback_set(
        MosquittoHandle mosq, delegate* unmanaged[Cdecl]<nint, nint, int, byte*, void> on_log);
}
