namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Asks whether a model runs wholly on the chosen provider, before a session is built that would quietly share it with the CPU.</summary>
public static class PlacementProbe
{
    private const string RefusesFallback = "fallback to CPU EP has been explicitly disabled";

    /// <summary>Opens the model without the CPU to fall back on; only where that fails a second time with it, to see what was left.</summary>
    /// <returns>Where each node runs: <see cref="OrtPlacement.LeftToTheCpu"/> is empty when the provider took them all.</returns>
    /// <exception cref="OrtException">The provider fails on this model for another reason, or ONNX Runtime is older than 1.24.</exception>
    public static OrtPlacement Ask(OrtLibrary library, ReadOnlyMemory<byte> modelBytes, OrtSessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            return Open(library, modelBytes, options, cpuFallback: false);
        }
        catch (OrtException error) when (error.Text.Contains(RefusesFallback, StringComparison.Ordinal))
        {
            return Open(library, modelBytes, options, cpuFallback: true);
        }
    }

    private static OrtPlacement Open(OrtLibrary library, ReadOnlyMemory<byte> model, OrtSessionOptions options, bool cpuFallback)
    {
        using var session = OrtSession.Create(library, model, options with { CpuFallback = cpuFallback, RecordPlacement = true });
        return session.Placement!;
    }
}
