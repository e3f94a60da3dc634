namespace EdgeVision.Native.OnnxRuntime;

/// <summary>The actual type and shape of a value.</summary>
internal sealed class OrtShapeInfoHandle(OrtTable table, nint value) : OrtHandle(table, OrtSlot.ReleaseTensorTypeAndShapeInfo, value);
