namespace EdgeVision.Native.OnnxRuntime;

/// <summary>What a model says about itself.</summary>
internal sealed class OrtModelMetadataHandle(OrtTable table, nint value) : OrtHandle(table, OrtSlot.ReleaseModelMetadata, value);
