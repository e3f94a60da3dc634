namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Sessions, what they declare, and running them.</summary>
internal sealed unsafe partial class OrtTable
{
    /// <summary>The session keeps the provider libraries that it may run on from being unloaded.</summary>
    public OrtSessionHandle CreateSessionFromArray(
        OrtEnvHandle env, ReadOnlySpan<byte> model, OrtSessionOptionsHandle options, OrtProviderLease providers)
    {
        nint session;
        var call = (delegate* unmanaged[Cdecl]<nint, byte*, nint, nint, nint*, nint>)Slot(OrtSlot.CreateSessionFromArray);
        fixed (byte* bytes = model)
        {
            Check(
                call(env.DangerousGetHandle(), bytes, model.Length, options.DangerousGetHandle(), &session),
                OrtSlot.CreateSessionFromArray);
        }

        GC.KeepAlive(env);
        GC.KeepAlive(options);
        return new OrtSessionHandle(this, session, providers);
    }

    public int SessionGetInputCount(OrtSessionHandle session) => (int)Get(OrtSlot.SessionGetInputCount, session);

    public int SessionGetOutputCount(OrtSessionHandle session) => (int)Get(OrtSlot.SessionGetOutputCount, session);

    public string SessionGetInputName(OrtSessionHandle session, int index) =>
        TakeName(OrtSlot.SessionGetInputName, session, index);

    public string SessionGetOutputName(OrtSessionHandle session, int index) =>
        TakeName(OrtSlot.SessionGetOutputName, session, index);

    public OrtTypeInfoHandle SessionGetInputTypeInfo(OrtSessionHandle session, int index) =>
        new(this, Get(OrtSlot.SessionGetInputTypeInfo, session, index));

    public OrtTypeInfoHandle SessionGetOutputTypeInfo(OrtSessionHandle session, int index) =>
        new(this, Get(OrtSlot.SessionGetOutputTypeInfo, session, index));

    public OrtModelMetadataHandle SessionGetModelMetadata(OrtSessionHandle session) =>
        new(this, Get(OrtSlot.SessionGetModelMetadata, session));

    public string ModelMetadataGetProducerName(OrtModelMetadataHandle model) =>
        TakeText(OrtSlot.ModelMetadataGetProducerName, model);

    public string ModelMetadataGetGraphName(OrtModelMetadataHandle model) => TakeText(OrtSlot.ModelMetadataGetGraphName, model);

    public string ModelMetadataGetDescription(OrtModelMetadataHandle model) =>
        TakeText(OrtSlot.ModelMetadataGetDescription, model);

    public long ModelMetadataGetVersion(OrtModelMetadataHandle model)
    {
        long version;
        var call = (delegate* unmanaged[Cdecl]<nint, long*, nint>)Slot(OrtSlot.ModelMetadataGetVersion);
        Check(call(model.DangerousGetHandle(), &version), OrtSlot.ModelMetadataGetVersion);
        GC.KeepAlive(model);
        return version;
    }

    public IReadOnlyList<string> ModelMetadataGetCustomMetadataMapKeys(OrtModelMetadataHandle model)
    {
        const OrtSlot slot = OrtSlot.ModelMetadataGetCustomMetadataMapKeys;
        var allocator = GetAllocatorWithDefaultOptions();
        nint* keys;
        long count;
        var call = (delegate* unmanaged[Cdecl]<nint, nint, nint**, long*, nint>)Slot(slot);
        Check(call(model.DangerousGetHandle(), allocator, &keys, &count), slot);
        GC.KeepAlive(model);
        var names = new string[count];
        for (var index = 0; index < names.Length; index++)
        {
            names[index] = TakeText(allocator, keys[index]);
        }

        if (keys is not null)
        {
            AllocatorFree(allocator, (nint)keys);
        }

        return names;
    }

    public string ModelMetadataLookupCustomMetadataMap(OrtModelMetadataHandle model, string key)
    {
        const OrtSlot slot = OrtSlot.ModelMetadataLookupCustomMetadataMap;
        using var name = new Utf8Array(key);
        var allocator = GetAllocatorWithDefaultOptions();
        nint text;
        var call = (delegate* unmanaged[Cdecl]<nint, nint, nint, nint*, nint>)Slot(slot);
        Check(call(model.DangerousGetHandle(), allocator, name.Pointers[0], &text), slot);
        GC.KeepAlive(model);
        return TakeText(allocator, text);
    }

    /// <summary>The one call of the hot path: no allocation unless it fails. The caller keeps every handle behind it alive.</summary>
    public void Run(
        nint session, nint runOptions, nint* inputNames, nint* inputs, int inputCount,
        nint* outputNames, int outputCount, nint* outputs)
    {
        var call = (delegate* unmanaged[Cdecl]<nint, nint, nint*, nint*, nint, nint*, nint, nint*, nint>)Slot(OrtSlot.Run);
        Check(call(session, runOptions, inputNames, inputs, inputCount, outputNames, outputCount, outputs), OrtSlot.Run);
    }

    private string TakeName(OrtSlot slot, OrtSessionHandle session, int index)
    {
        var allocator = GetAllocatorWithDefaultOptions();
        nint name;
        var call = (delegate* unmanaged[Cdecl]<nint, nint, nint, nint*, nint>)Slot(slot);
        Check(call(session.DangerousGetHandle(), index, allocator, &name), slot);
        GC.KeepAlive(session);
        return TakeText(allocator, name);
    }
}
