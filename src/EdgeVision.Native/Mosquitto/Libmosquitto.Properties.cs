using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EdgeVision.Native.Mosquitto;

internal static unsafe partial class Libmosquitto
{
    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_property_add_byte(ref nint proplist, int identifier, byte value);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_property_add_int32(ref nint proplist, int identifier, uint value);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_property_add_binary(ref nint proplist, int identifier, byte* value, ushort len);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_property_add_string(ref nint proplist, int identifier, string value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int mosquitto_property_add_string_pair(ref nint proplist, int identifier, string name, string value);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial nint mosquitto_property_read_byte(
        nint proplist, int identifier, byte* value, [MarshalAs(UnmanagedType.I1)] bool skip_first);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial nint mosquitto_property_read_int16(
        nint proplist, int identifier, ushort* value, [MarshalAs(UnmanagedType.I1)] bool skip_first);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial nint mosquitto_property_read_int32(
        nint proplist, int identifier, uint* value, [MarshalAs(UnmanagedType.I1)] bool skip_first);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial nint mosquitto_property_read_string(
        nint proplist, int identifier, nint* value, [MarshalAs(UnmanagedType.I1)] bool skip_first);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial nint mosquitto_property_read_binary(
        nint proplist, int identifier, nint* value, ushort* len, [MarshalAs(UnmanagedType.I1)] bool skip_first);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial nint mosquitto_property_read_string_pair(
        nint proplist, int identifier, nint* name, nint* value, [MarshalAs(UnmanagedType.I1)] bool skip_first);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial void mosquitto_property_free_all(ref nint properties);
}
