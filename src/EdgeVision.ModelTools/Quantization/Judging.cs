using System.Runtime.InteropServices;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference;
using EdgeVision.ModelTools.Quantization.Acceptance;
using EdgeVision.ModelTools.Quantization.Accuracy;
using EdgeVision.ModelTools.Quantization.Measuring;
using EdgeVision.ModelTools.Quantization.Qdq;
using EdgeVision.ModelTools.Quantization.Reports;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization;

/// <summary>
/// Measures the result against the float model once more, exactly, and writes the report. What is known of the float model itself
/// is kept for the next result.
/// </summary>
internal sealed class Judging(OrtLibrary library, TimeProvider time, QuantizationOptions options, Stages stages, CancellationToken cancellation)
{
    private const int Turns = 150;
    private const double Tolerance = 0.002;
    private const int MostPictures = 100;
    private FloatAgreement? _agreement;
    private double? _floatAp;

    public async Task<QuantizationResult> JudgeAsync(QuantizationRun run)
    {
        stages.Begin("judging", 4);
        var latency = run.Bench.AgainstFloat(run.Result, Tolerance, Turns);
        stages.Step(1);
        var noise = run.Bench.Noise(run.Result);
        stages.Step(2);
        var agreement = _agreement ??= await FloatAgreement.CreateAsync(
            new DetectorFactory(library, time), run.Original, run.Calibration, MostPictures, run.Original.Manifest.Score,
            cancellation).ConfigureAwait(false);
        var accuracy = new List<ReportAccuracy>
        {
            new(agreement.Name, 1, await agreement.F1Async(run.Result.Model, cancellation).ConfigureAwait(false),
                options.Limits.LeastAgreement(run.Labelled is not null)),
        };
        stages.Step(3);
        if (run.Labelled is { } labelled)
        {
            var before = _floatAp ??= await labelled.MeasureAsync(run.Original, null, cancellation).ConfigureAwait(false);
            var after = await labelled.MeasureAsync(run.Result.Model, null, cancellation).ConfigureAwait(false);
            accuracy.Insert(0, new ReportAccuracy(labelled.Name, before, after, before - options.Limits.MaxApLoss));
        }

        stages.Step(4);
        var verdict = AcceptanceGate.Judge(accuracy, agreement.Reference.Count > 0, latency, options.Limits);
        return new QuantizationResult(run.Result.Model, Report(run, latency, accuracy, verdict, Layers(run, noise)));
    }

    private QuantizationReport Report(
        QuantizationRun run, LatencyComparison latency, List<ReportAccuracy> accuracy, Verdict verdict, List<ReportLayer> layers) => new(
            run.Original.Manifest.Name,
            run.Original.Manifest.Sha256,
            verdict.Accepted ? run.Result.Model.Manifest.Sha256 : null,
            new ReportMachine(
                run.Processor.Name, RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(), run.Processor.Int8DotProduct,
                library.Version.ToString(), options.Threads),
            Settings(run),
            layers,
            run.Trials,
            accuracy,
            new ReportLatency(
                latency.BaselineMs, latency.CandidateMs, latency.Ratio, latency.Uncertainty, latency.Turns, options.Limits.MaxLatencyRatio),
            run.Original.Bytes.Length,
            run.Result.Model.Bytes.Length,
            verdict,
            Math.Round(time.GetElapsedTime(run.Started).TotalSeconds, 1));

    private ReportSettings Settings(QuantizationRun run) => new(
        run.Calibration.Description,
        run.Calibration.Count,
        run.Calibrated.Ranges.Chosen.ToString(),
        run.Qdq.Activations == ActivationType.U8 ? "u8" : "s8",
        (run.Qdq.PerChannel ? "s8 per channel" : "s8 per tensor") + (run.Qdq.ReduceRange ? ", 7 bits" : ""),
        run.Calibrated.Source.Input.Type == TensorElement.UInt8 ? "uint8" : "float32",
        options.Target.ToString().ToLowerInvariant(),
        run.Calibrated.Source.EqualizedPairs,
        run.BiasCorrected,
        run.Calibrated.Source.Rewrites);

    private static List<ReportLayer> Layers(QuantizationRun run, IReadOnlyDictionary<string, double> noise) =>
    [
        .. run.Calibrated.Source.Model.Graph.Nodes.Select(node =>
        {
            var reason = run.Result.Coverage.LeftFloat.GetValueOrDefault(node.Name);
            double? decibels = noise.TryGetValue(node.Outputs[0], out var db) && double.IsFinite(db) ? Math.Round(db, 2) : null;
            return new ReportLayer(node.Name, node.OpType, reason is null, reason ?? "", decibels);
        }),
    ];
}
