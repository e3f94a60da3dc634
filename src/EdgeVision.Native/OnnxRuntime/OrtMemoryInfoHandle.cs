namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Where tensor memory lies.</summary>
internal sealed class OrtMemoryInfoHandle(OrtTable table, nint value) : OrtHandle(table, OrtSlot.ReleaseMemoryInfo, value);
