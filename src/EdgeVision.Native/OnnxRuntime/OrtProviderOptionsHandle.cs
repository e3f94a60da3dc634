namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Options of a provider that has calls of its own (CUDA, TensorRT), while a session is made.</summary>
internal sealed class OrtProviderOptionsHandle(OrtTable table, OrtSlot release, nint value) : OrtHandle(table, release, value);
