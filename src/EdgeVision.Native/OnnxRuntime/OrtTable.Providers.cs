namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Execution providers: the generic call, and the two that the generic call does not know.</summary>
internal sealed unsafe partial class OrtTable
{
    public void SessionOptionsAppendExecutionProvider(
        OrtSessionOptionsHandle options, string provider, IReadOnlyDictionary<string, string> settings)
    {
        const OrtSlot slot = OrtSlot.SessionOptionsAppendExecutionProvider;
        using var name = new Utf8Array(provider);
        using var keys = new Utf8Array([.. settings.Keys]);
        using var values = new Utf8Array([.. settings.Values]);
        var call = (delegate* unmanaged[Cdecl]<nint, nint, nint*, nint*, nint, nint>)Slot(slot);
        Check(call(options.DangerousGetHandle(), name.Pointers[0], keys.Pointers, values.Pointers, keys.Count), slot);
        GC.KeepAlive(options);
    }

    public OrtProviderOptionsHandle CreateCUDAProviderOptions() =>
        new(this, OrtSlot.ReleaseCUDAProviderOptions, Make(OrtSlot.CreateCUDAProviderOptions));

    public void UpdateCUDAProviderOptions(OrtProviderOptionsHandle provider, IReadOnlyDictionary<string, string> settings) =>
        Update(OrtSlot.UpdateCUDAProviderOptions, provider, settings);

    public void SessionOptionsAppendExecutionProvider_CUDA_V2(
        OrtSessionOptionsHandle options, OrtProviderOptionsHandle provider) =>
        Append(OrtSlot.SessionOptionsAppendExecutionProvider_CUDA_V2, options, provider);

    public OrtProviderOptionsHandle CreateTensorRTProviderOptions() =>
        new(this, OrtSlot.ReleaseTensorRTProviderOptions, Make(OrtSlot.CreateTensorRTProviderOptions));

    public void UpdateTensorRTProviderOptions(OrtProviderOptionsHandle provider, IReadOnlyDictionary<string, string> settings) =>
        Update(OrtSlot.UpdateTensorRTProviderOptions, provider, settings);

    public void SessionOptionsAppendExecutionProvider_TensorRT_V2(
        OrtSessionOptionsHandle options, OrtProviderOptionsHandle provider) =>
        Append(OrtSlot.SessionOptionsAppendExecutionProvider_TensorRT_V2, options, provider);

    private void Update(OrtSlot slot, OrtProviderOptionsHandle provider, IReadOnlyDictionary<string, string> settings)
    {
        using var keys = new Utf8Array([.. settings.Keys]);
        using var values = new Utf8Array([.. settings.Values]);
        var call = (delegate* unmanaged[Cdecl]<nint, nint*, nint*, nint, nint>)Slot(slot);
        Check(call(provider.DangerousGetHandle(), keys.Pointers, values.Pointers, keys.Count), slot);
        GC.KeepAlive(provider);
    }

    private void Append(OrtSlot slot, OrtSessionOptionsHandle options, OrtProviderOptionsHandle provider)
    {
        var call = (delegate* unmanaged[Cdecl]<nint, nint, nint>)Slot(slot);
        Check(call(options.DangerousGetHandle(), provider.DangerousGetHandle()), slot);
        GC.KeepAlive(options);
        GC.KeepAlive(provider);
    }
}
