namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Turns <see cref="OrtSessionOptions"/> into the library's own.</summary>
internal static class SessionSetup
{
    private const string BorrowsModelBytes = "session.use_ort_model_bytes_directly";

    public static OrtSessionOptionsHandle Build(OrtTable table, OrtSessionOptions options)
    {
        if (options.ConfigEntries.ContainsKey(BorrowsModelBytes))
        {
            throw new ArgumentException($"{BorrowsModelBytes} is not supported: the model's bytes may go away before the session");
        }

        var handle = table.CreateSessionOptions();
        try
        {
            SetThreads(table, handle, options);
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

            if (options.Provider is { } provider)
            {
                ProviderSetup.Append(table, handle, provider, options.ProviderOptions);
            }

            return handle;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private static void SetThreads(OrtTable table, OrtSessionOptionsHandle handle, OrtSessionOptions options)
    {
        table.SetSessionExecutionMode(handle, options.Parallel);
        table.SetIntraOpNumThreads(handle, options.IntraOpThreads);
        table.SetInterOpNumThreads(handle, options.InterOpThreads);
        var spinning = options.Spinning ? "1" : "0";
        table.AddSessionConfigEntry(handle, "session.intra_op.allow_spinning", spinning);
        table.AddSessionConfigEntry(handle, "session.inter_op.allow_spinning", spinning);
        if (options.UseSharedThreads)
        {
            table.DisablePerSessionThreads(handle);
        }
    }

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
