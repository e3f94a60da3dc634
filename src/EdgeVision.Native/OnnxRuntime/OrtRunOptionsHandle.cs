namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Options of a run; carries its cancel flag.</summary>
internal sealed class OrtRunOptionsHandle(OrtTable table, nint value) : OrtHandle(table, OrtSlot.ReleaseRunOptions, value);
