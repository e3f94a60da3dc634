using System.Runtime.InteropServices;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>The way into a loaded library: <c>OrtGetApiBase</c>, whose two functions are the same in every version.</summary>
internal static unsafe class OrtBase
{
    private const int GetApi = 0;
    private const int GetVersionString = 1;

    /// <summary>The function table, or 0 with the reason why this library cannot be used.</summary>
    public static nint Open(LoadedLibrary library, out string version, out int tableVersion, out string refusal)
    {
        version = "";
        tableVersion = 0;
        if (!library.TryGetExport("OrtGetApiBase", out var getBase))
        {
            refusal = "has no OrtGetApiBase: this is not ONNX Runtime";
            return 0;
        }

        var functions = ((delegate* unmanaged[Cdecl]<void**>)getBase)();
        version = Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint>)functions[GetVersionString])()) ?? "";
        if (OrtVersion.TableVersion(version, out refusal) is not { } number)
        {
            return 0;
        }

        tableVersion = number;
        var table = ((delegate* unmanaged[Cdecl]<uint, nint>)functions[GetApi])((uint)number);
        refusal = table == 0 ? $"version {version} does not serve its own function table {number}" : "";
        return table;
    }
}
