using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>The function that ONNX Runtime calls, on any thread, for each message.</summary>
internal static unsafe class OrtLogCallback
{
    public static delegate* unmanaged[Cdecl]<nint, int, byte*, byte*, byte*, byte*, void> Function => &Receive;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Receive(nint state, int severity, byte* category, byte* id, byte* location, byte* message)
    {
        try
        {
            var log = (OrtLog)GCHandle.FromIntPtr(state).Target!;
            log.Add((OrtSeverity)severity, Text(category), Text(message));
        }
        catch (Exception)
        {
            // An exception may not cross into native code; losing one message is the lesser evil.
        }
    }

    private static string Text(byte* utf8) => Marshal.PtrToStringUTF8((nint)utf8) ?? "";
}
