using System.Runtime.InteropServices;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>A tensor over memory that someone else owns and that it keeps from being freed.</summary>
internal sealed class OrtValueHandle(OrtTable table, nint value, SafeHandle memory)
    : OrtHandle(table, OrtSlot.ReleaseValue, value, memory);
