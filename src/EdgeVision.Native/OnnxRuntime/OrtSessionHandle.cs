namespace EdgeVision.Native.OnnxRuntime;

/// <summary>A loaded model. It keeps the provider libraries it may run on from being unloaded.</summary>
internal sealed class OrtSessionHandle(OrtTable table, nint value, OrtProviderLease providers)
    : OrtHandle(table, OrtSlot.ReleaseSession, value, providers);
