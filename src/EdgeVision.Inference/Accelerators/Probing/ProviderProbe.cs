using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Inference.Models;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>
/// Opens a tiny model on a provider and runs it: the only proof that it works. Without the processor's fallback, so that a
/// provider that takes nothing is not mistaken for one that works. A driver may crash or hang in here: use a process of its own.
/// </summary>
public static class ProviderProbe
{
    // GPUs may compute in tf32 (10 bits of mantissa) or fp16; the sums reach about 10.
    private static readonly Trial Floats = new(
        ModelPrecision.Fp32, ProbeModel.Write, static input => ProbeModel.Fill(input.AsFloats()), static output => output.AsFloats().ToArray(), 0.02f);

    // Half a step from rounding, and one more from products that an accelerator rounds before it adds them.
    private static readonly Trial Bytes = new(
        ModelPrecision.Int8, QuantizedProbeModel.Write, static input => QuantizedProbeModel.Fill(input.Bytes),
        static output => QuantizedProbeModel.Values(output.Bytes), 1.5f * QuantizedProbeModel.Step);

    /// <param name="library">ONNX Runtime.</param>
    /// <param name="provider">Which provider.</param>
    /// <param name="options">The provider's own, as it takes them.</param>
    /// <param name="time">The clock of the two durations.</param>
    public static ProbeReport Run(OrtLibrary library, ProviderEntry provider, IReadOnlyDictionary<string, string> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(time);
        return provider.Way == ProviderWay.Always
            ? Run(library, Floats, new OrtSessionOptions(), time)
            : Run(library, new OrtSessionOptions { Provider = provider.Name, ProviderOptions = options, CpuFallback = false }, time);
    }

    /// <inheritdoc cref="Run(OrtLibrary, ProviderEntry, IReadOnlyDictionary{string, string}, TimeProvider)"/>
    /// <param name="library">ONNX Runtime.</param>
    /// <param name="device">A device of a provider library that is registered.</param>
    /// <param name="options">The provider's own, as it takes them.</param>
    /// <param name="time">The clock of the two durations.</param>
    public static ProbeReport Run(OrtLibrary library, OrtProviderDevice device, IReadOnlyDictionary<string, string> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(time);
        return Run(library, new OrtSessionOptions { Devices = [device], ProviderOptions = options, CpuFallback = false }, time);
    }

    /// <summary>Many accelerators compute in 8 bits only, so a model in floats that is refused proves nothing.</summary>
    private static ProbeReport Run(OrtLibrary library, OrtSessionOptions options, TimeProvider time)
    {
        var inFloats = Run(library, Floats, options, time);
        if (inFloats.Outcome != ProbeOutcome.Refused)
        {
            return inFloats;
        }

        var inBytes = Run(library, Bytes, options, time);
        return inBytes.Outcome == ProbeOutcome.Refused ? inFloats : inBytes;
    }

    private static ProbeReport Run(OrtLibrary library, Trial trial, OrtSessionOptions options, TimeProvider time)
    {
        var started = time.GetTimestamp();
        OrtSession session;
        try
        {
            session = OrtSession.Create(library, trial.Model(), options);
        }
        catch (OrtException refusal)
        {
            return new ProbeReport(ProbeOutcome.Refused, refusal.Text, 0, 0) { Precision = trial.Precision };
        }

        using (session)
        {
            return Run(session, trial, time, time.GetElapsedTime(started).TotalMilliseconds) with { Precision = trial.Precision };
        }
    }

    private static ProbeReport Run(OrtSession session, Trial trial, TimeProvider time, double openMs)
    {
        using var run = session.CreateRun();
        trial.Fill(run.Inputs[0]);
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
        var off = Difference(trial.Read(run.Outputs[0]!));
        return off <= trial.Tolerance
            ? new ProbeReport(ProbeOutcome.Usable, "", openMs, runMs)
            : new ProbeReport(ProbeOutcome.Wrong, FormattableString.Invariant($"its numbers are off by up to {off:0.###}"), openMs, runMs);
    }

    /// <summary>Greatest difference of any element; infinite where one is no number.</summary>
    private static float Difference(float[] output)
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

    private sealed record Trial(
        ModelPrecision Precision, Func<byte[]> Model, Action<NativeTensor> Fill, Func<NativeTensor, float[]> Read, float Tolerance);
}
