using System.Runtime.InteropServices;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>
/// The library's one environment. It is made when it is first needed, since the number of threads that sessions share must be known
/// by then, and that number may stand in a table that only who knows the library's version can look up.
/// </summary>
internal sealed class OrtEnvironment(OrtTable table, OrtLog log, OrtSeverity severity)
{
    private readonly Lock _gate = new();
    private volatile OrtEnvHandle? _handle;

    /// <summary>Threads of the shared pool, the calling one included; 1 without one.</summary>
    public int SharedThreads { get; private set; } = 1;

    public bool SharedSpinning { get; private set; }

    public OrtEnvHandle Handle
    {
        get
        {
            if (_handle is { } made)
            {
                return made;
            }

            lock (_gate)
            {
                return _handle ??= Make();
            }
        }
    }

    public void Share(int threads, bool spinning)
    {
        lock (_gate)
        {
            if (_handle is null)
            {
                (SharedThreads, SharedSpinning) = (threads, spinning);
            }
        }
    }

    private OrtEnvHandle Make()
    {
        // Never freed: the library may log as long as it is loaded.
        var state = GCHandle.ToIntPtr(GCHandle.Alloc(log));
        var made = SharedThreads == 1 ? table.CreateEnvWithCustomLogger(state, severity, "edgevision") : MakeWithPool(state);
        table.DisableTelemetryEvents(made);
        return made;
    }

    private OrtEnvHandle MakeWithPool(nint state)
    {
        using var threading = table.CreateThreadingOptions();
        table.SetGlobalIntraOpNumThreads(threading, SharedThreads);
        table.SetGlobalInterOpNumThreads(threading, 1);
        table.SetGlobalSpinControl(threading, SharedSpinning);
        return table.CreateEnvWithCustomLoggerAndGlobalThreadPools(state, severity, "edgevision", threading);
    }
}
