using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>
/// Opens a tiny model on a provider and runs it: the only proof that it works. Without the processor's fallback, so that a
/// provider that takes nothing is not mistaken for one that works. A driver may crash or hang in here: use a process of its own.
/// </summary>
public static class ProviderProbe
{
    // GPUs may compute in tf32 (10 bits of mantissa) or fp16; the sums reach about 10.
    private const float Tolerance = 0.02f;

    /// <param name="library">ONNX Runtime.</param>
    /// <param name="provider">Which provider.</param>
    /// <param name="options">The provider's own, as it takes them.</param>
    /// <param name="time">The clock of the two durations.</param>
    public static ProbeReport Run(OrtLibrary library, ProviderEntry provider, IReadOnlyDictionary<string, string> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(time);
        var started = time.GetTimestamp();
        OrtSession session;
        try
        {
            session = OrtSession.Create(library, ProbeModel.Write(), Options(provider, options));
        }
        catch (OrtException refusal)
        {
            return new ProbeReport(ProbeOutcome.Refused, refusal.Text, 0, 0);
        }

        using (session)
        {
            return Run(session, time, time.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private static ProbeReport Run(OrtSession session, TimeProvider time, double openMs)
    {
        using var run = session.CreateRun();
        ProbeModel.Fill(run.Inputs[0].AsFloats());
        var started = time.GetTimestamp();
        try
        {
            run.Run();
        }
        catch (OrtException failure)
        {
            return new ProbeReport(ProbeOutcome.Failed, failure.Text, openMs, 0);
        }

        var runMs = time.GetElapsedTime(started).TotalMilliseconds;
        var off = Difference(run.Outputs[0]!.AsFloats());
        return off <= Tolerance
            ? new ProbeReport(ProbeOutcome.Usable, "", openMs, runMs)
            : new ProbeReport(ProbeOutcome.Wrong, FormattableString.Invariant($"its numbers are off by up to {off:0.###}"), openMs, runMs);
    }

    private static OrtSessionOptions Options(ProviderEntry provider, IReadOnlyDictionary<string, string> options) =>
        provider.Way == ProviderWay.Always
            ? new OrtSessionOptions()
            : new OrtSessionOptions
            {
                Provider = provider.Name,
                ProviderOptions = options,
                ConfigEntries = new Dictionary<string, string> { ["session.disable_cpu_ep_fallback"] = "1" },
            };

    /// <summary>Greatest difference of any element; infinite where one is no number.</summary>
    private static float Difference(ReadOnlySpan<float> output)
    {
        var worst = 0f;
        var expected = ProbeModel.Expected();
        for (var i = 0; i < expected.Length; i++)
        {
            var off = Math.Abs(output[i] - expected[i]);
            worst = float.IsFinite(off) ? Math.Max(worst, off) : float.PositiveInfinity;
        }

        return worst;
    }
}
