namespace EdgeVision.Native.OnnxRuntime;

/// <summary>The declared type of an input or output.</summary>
internal sealed class OrtTypeInfoHandle(OrtTable table, nint value) : OrtHandle(table, OrtSlot.ReleaseTypeInfo, value);
