namespace EdgeVision.Native.OnnxRuntime;

/// <summary>The process-wide environment.</summary>
internal sealed class OrtEnvHandle(OrtTable table, nint value) : OrtHandle(table, OrtSlot.ReleaseEnv, value);
