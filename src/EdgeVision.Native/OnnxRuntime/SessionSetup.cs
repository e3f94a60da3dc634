namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Turns <see cref="OrtSessionOptions"/> into the library's own.</summary>
internal static class SessionSetup
{
    private const string BorrowsModelBytes = "session.use_ort_model_bytes_directly";

    private const string NoCpuFallback = "session.disable_cpu_ep_fallback";
    private const string RecordsPlacement = "session.record_ep_graph_assignment_info";

    // What these say is said of a session's own pool.
    private static readonly string[] PoolEntries = ["session.intra_op", "session.inter_op", "session.dynamic_block_base"];

    public static OrtSessionOptionsHandle Build(OrtLibrary library, OrtSessionOptions options, OrtProviderLease providers)
    {
        if (options.ConfigEntries.ContainsKey(BorrowsModelBytes))
        {
            throw new ArgumentException($"{BorrowsModelBytes} is not supported: the model's bytes may go away before the session");
        }

        var table = library.Table;

        // Made before anything is said to the library: without it there is no log to write to, and from here on the shared threads are fixed.
        _ = library.Environment.Handle;
        var handle = table.CreateSessionOptions();
        try
        {
            SetThreads(library, handle, options);
            SetMemory(table, handle, options);
            table.SetSessionGraphOptimizationLevel(handle, options.GraphOptimization);
            table.SetSessionLogSeverityLevel(handle, options.LogSeverity);
            foreach (var (name, size) in options.FreeDimensions)
            {
                table.AddFreeDimensionOverrideByName(handle, name, size);
            }

            foreach (var (key, value) in options.ConfigEntries)
            {
                table.AddSessionConfigEntry(handle, key, value);
            }

            if (options.OptimizedModelPath is { } path)
            {
                table.SetOptimizedModelFilePath(handle, path);
            }

            SetProviders(library, handle, options, providers);
            return handle;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private static void SetProviders(
        OrtLibrary library, OrtSessionOptionsHandle handle, OrtSessionOptions options, OrtProviderLease providers)
    {
        var table = library.Table;
        if (!options.CpuFallback)
        {
            table.AddSessionConfigEntry(handle, NoCpuFallback, "1");
        }

        if (options.RecordPlacement)
        {
            table.Need(OrtVersion.OldestWithPlacement, OrtSlot.Session_GetEpGraphAssignmentInfo, "record of placement");
            table.AddSessionConfigEntry(handle, RecordsPlacement, "1");
        }

        if (options.Provider is { } provider)
        {
            ProviderSetup.Append(table, handle, provider, options.ProviderOptions);
        }

        if (providers.Devices.Length > 0)
        {
            table.SessionOptionsAppendExecutionProvider_V2(handle, library.Environment.Handle, providers.Devices, options.ProviderOptions);
        }

        if (options.DevicePolicy is { } policy)
        {
            table.SessionOptionsSetEpSelectionPolicy(handle, policy);
        }
    }

    private static void SetThreads(OrtLibrary library, OrtSessionOptionsHandle handle, OrtSessionOptions options)
    {
        var table = library.Table;
        table.SetSessionExecutionMode(handle, options.Parallel);
        table.SetIntraOpNumThreads(handle, options.IntraOpThreads);
        table.SetInterOpNumThreads(handle, options.InterOpThreads);
        var spinning = options.Spinning ? "1" : "0";
        table.AddSessionConfigEntry(handle, "session.intra_op.allow_spinning", spinning);
        table.AddSessionConfigEntry(handle, "session.inter_op.allow_spinning", spinning);
        if (SharesThreads(library.Environment, options))
        {
            table.DisablePerSessionThreads(handle);
        }
    }

    private static bool SharesThreads(OrtEnvironment environment, OrtSessionOptions options) =>
        options.IntraOpThreads > 1 && options.IntraOpThreads == environment.SharedThreads && options.Spinning == environment.SharedSpinning
        && !options.Parallel && !options.ConfigEntries.Keys.Any(static key => PoolEntries.Any(entry => key.StartsWith(entry, StringComparison.Ordinal)));

    private static void SetMemory(OrtTable table, OrtSessionOptionsHandle handle, OrtSessionOptions options)
    {
        if (!options.CpuMemoryArena)
        {
            table.DisableCpuMemArena(handle);
        }

        if (!options.MemoryPattern)
        {
            table.DisableMemPattern(handle);
        }
    }
}
