namespace EdgeVision.Native.OnnxRuntime;

/// <summary>A loaded model.</summary>
internal sealed class OrtSessionHandle(OrtTable table, nint value) : OrtHandle(table, OrtSlot.ReleaseSession, value);
