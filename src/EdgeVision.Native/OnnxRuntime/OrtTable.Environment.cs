using System.Runtime.InteropServices;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Environment, thread pool and what the library was built with.</summary>
internal sealed unsafe partial class OrtTable
{
    public OrtEnvHandle CreateEnvWithCustomLogger(nint logState, OrtSeverity severity, string id)
    {
        using var name = new Utf8Array(id);
        nint env;
        var call = (delegate* unmanaged[Cdecl]<
            delegate* unmanaged[Cdecl]<nint, int, byte*, byte*, byte*, byte*, void>, nint, int, nint, nint*, nint>)
            Slot(OrtSlot.CreateEnvWithCustomLogger);
        Check(call(OrtLogCallback.Function, logState, (int)severity, name.Pointers[0], &env), OrtSlot.CreateEnvWithCustomLogger);
        return new OrtEnvHandle(this, env);
    }

    public OrtEnvHandle CreateEnvWithCustomLoggerAndGlobalThreadPools(
        nint logState, OrtSeverity severity, string id, OrtThreadingOptionsHandle threading)
    {
        const OrtSlot slot = OrtSlot.CreateEnvWithCustomLoggerAndGlobalThreadPools;
        using var name = new Utf8Array(id);
        nint env;
        var call = (delegate* unmanaged[Cdecl]<
            delegate* unmanaged[Cdecl]<nint, int, byte*, byte*, byte*, byte*, void>, nint, int, nint, nint, nint*, nint>)
            Slot(slot);
        Check(call(OrtLogCallback.Function, logState, (int)severity, name.Pointers[0], threading.DangerousGetHandle(), &env), slot);
        GC.KeepAlive(threading);
        return new OrtEnvHandle(this, env);
    }

    public void DisableTelemetryEvents(OrtEnvHandle env) => Call(OrtSlot.DisableTelemetryEvents, env);

    public OrtThreadingOptionsHandle CreateThreadingOptions() => new(this, Make(OrtSlot.CreateThreadingOptions));

    public void SetGlobalIntraOpNumThreads(OrtThreadingOptionsHandle options, int threads) =>
        Call(OrtSlot.SetGlobalIntraOpNumThreads, options, threads);

    public void SetGlobalInterOpNumThreads(OrtThreadingOptionsHandle options, int threads) =>
        Call(OrtSlot.SetGlobalInterOpNumThreads, options, threads);

    public void SetGlobalSpinControl(OrtThreadingOptionsHandle options, bool spin) =>
        Call(OrtSlot.SetGlobalSpinControl, options, spin ? 1 : 0);

    public string GetBuildInfoString() =>
        Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint>)Slot(OrtSlot.GetBuildInfoString))()) ?? "";

    public IReadOnlyList<string> GetAvailableProviders()
    {
        nint* names;
        int count;
        Check(
            ((delegate* unmanaged[Cdecl]<nint**, int*, nint>)Slot(OrtSlot.GetAvailableProviders))(&names, &count),
            OrtSlot.GetAvailableProviders);
        var providers = new string[count];
        for (var index = 0; index < count; index++)
        {
            providers[index] = Marshal.PtrToStringUTF8(names[index]) ?? "";
        }

        Check(
            ((delegate* unmanaged[Cdecl]<nint*, int, nint>)Slot(OrtSlot.ReleaseAvailableProviders))(names, count),
            OrtSlot.ReleaseAvailableProviders);
        return providers;
    }

    /// <summary>The library's own allocator; it is never released.</summary>
    public nint GetAllocatorWithDefaultOptions() => Make(OrtSlot.GetAllocatorWithDefaultOptions);

    public void AllocatorFree(nint allocator, nint memory) =>
        Check(((delegate* unmanaged[Cdecl]<nint, nint, nint>)Slot(OrtSlot.AllocatorFree))(allocator, memory), OrtSlot.AllocatorFree);
}
