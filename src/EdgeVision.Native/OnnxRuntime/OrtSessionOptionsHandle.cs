namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Native session options, while a session is made.</summary>
internal sealed class OrtSessionOptionsHandle(OrtTable table, nint value) : OrtHandle(table, OrtSlot.ReleaseSessionOptions, value);
