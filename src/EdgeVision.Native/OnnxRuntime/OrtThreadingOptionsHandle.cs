namespace EdgeVision.Native.OnnxRuntime;

/// <summary>The size and habits of the shared thread pool, while the environment is made.</summary>
internal sealed class OrtThreadingOptionsHandle(OrtTable table, nint value) : OrtHandle(table, OrtSlot.ReleaseThreadingOptions, value);
