namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Session and run options.</summary>
internal sealed unsafe partial class OrtTable
{
    public OrtSessionOptionsHandle CreateSessionOptions() => new(this, Make(OrtSlot.CreateSessionOptions));

    public void SetOptimizedModelFilePath(OrtSessionOptionsHandle options, string path)
    {
        using var text = new Utf8Array(path);
        var call = (delegate* unmanaged[Cdecl]<nint, nint, nint>)Slot(OrtSlot.SetOptimizedModelFilePath);
        Check(call(options.DangerousGetHandle(), text.Pointers[0]), OrtSlot.SetOptimizedModelFilePath);
        GC.KeepAlive(options);
    }

    public void SetSessionExecutionMode(OrtSessionOptionsHandle options, bool parallel) =>
        Call(OrtSlot.SetSessionExecutionMode, options, parallel ? 1 : 0);

    public void DisableMemPattern(OrtSessionOptionsHandle options) => Call(OrtSlot.DisableMemPattern, options);

    public void DisableCpuMemArena(OrtSessionOptionsHandle options) => Call(OrtSlot.DisableCpuMemArena, options);

    public void DisablePerSessionThreads(OrtSessionOptionsHandle options) => Call(OrtSlot.DisablePerSessionThreads, options);

    public void SetSessionLogSeverityLevel(OrtSessionOptionsHandle options, OrtSeverity severity) =>
        Call(OrtSlot.SetSessionLogSeverityLevel, options, (int)severity);

    public void SetSessionGraphOptimizationLevel(OrtSessionOptionsHandle options, OrtGraphOptimization level) =>
        Call(OrtSlot.SetSessionGraphOptimizationLevel, options, (int)level);

    public void SetIntraOpNumThreads(OrtSessionOptionsHandle options, int threads) =>
        Call(OrtSlot.SetIntraOpNumThreads, options, threads);

    public void SetInterOpNumThreads(OrtSessionOptionsHandle options, int threads) =>
        Call(OrtSlot.SetInterOpNumThreads, options, threads);

    public void AddSessionConfigEntry(OrtSessionOptionsHandle options, string key, string value)
    {
        using var texts = new Utf8Array(key, value);
        var call = (delegate* unmanaged[Cdecl]<nint, nint, nint, nint>)Slot(OrtSlot.AddSessionConfigEntry);
        Check(call(options.DangerousGetHandle(), texts.Pointers[0], texts.Pointers[1]), OrtSlot.AddSessionConfigEntry);
        GC.KeepAlive(options);
    }

    public void AddFreeDimensionOverrideByName(OrtSessionOptionsHandle options, string dimension, long size)
    {
        using var name = new Utf8Array(dimension);
        var call = (delegate* unmanaged[Cdecl]<nint, nint, long, nint>)Slot(OrtSlot.AddFreeDimensionOverrideByName);
        Check(call(options.DangerousGetHandle(), name.Pointers[0], size), OrtSlot.AddFreeDimensionOverrideByName);
        GC.KeepAlive(options);
    }

    public OrtRunOptionsHandle CreateRunOptions() => new(this, Make(OrtSlot.CreateRunOptions));

    public void RunOptionsSetTerminate(OrtRunOptionsHandle options) => Call(OrtSlot.RunOptionsSetTerminate, options);

    public void RunOptionsUnsetTerminate(OrtRunOptionsHandle options) => Call(OrtSlot.RunOptionsUnsetTerminate, options);
}
