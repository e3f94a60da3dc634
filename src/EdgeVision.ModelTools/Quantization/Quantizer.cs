using System.Runtime.InteropServices;
using EdgeVision.Inference;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Acceptance;
using EdgeVision.ModelTools.Quantization.Accuracy;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Equalization;
using EdgeVision.ModelTools.Quantization.Qdq;
using EdgeVision.ModelTools.Quantization.Reports;
using EdgeVision.ModelTools.Quantization.Search;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization;

/// <summary>Static post-training quantization to 8 bits, from the float model to the verdict.</summary>
public sealed class Quantizer(OrtLibrary library, TimeProvider time)
{
    /// <summary>Below the manifest's: more boxes, so that the search sees smaller changes.</summary>
    private const float SearchScoreShare = 0.5f;

    private const int MostRaises = 2;
    private const double Raise = 0.03;

    /// <param name="model">The float model.</param>
    /// <param name="calibration">Pictures such as it will see.</param>
    /// <param name="labelled">AP on labelled pictures, for the verdict; null judges by agreement with the float model alone.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told from any thread.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="QuantizationRefusedException">A node, or the model as a whole, cannot be quantized.</exception>
    public async Task<QuantizationResult> RunAsync(
        VerifiedModel model, CalibrationSet calibration, IAccuracyMeasure? labelled, QuantizationOptions options,
        IProgress<QuantizationProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(calibration);
        ArgumentNullException.ThrowIfNull(options);
        var started = time.GetTimestamp();
        var stages = new Stages(progress);
        var processor = CpuFacts.Read();

        stages.Begin("preparing", 1);
        var source = FloatModel.Of(library, model, options, cancellation);
        var statistics = new CalibrationRun(library).Collect(
            source.Model, source.Input, calibration, FloatValues(source), stages.Begin("calibrating", calibration.Count), cancellation);
        var qdq = new QdqOptions
        {
            Activations = options.Activations, PerChannel = options.PerChannel, ReduceRange = options.ReduceRange ?? NeedsReducedRange(processor),
        };
        var writer = new ModelWriter(model.Manifest, source, qdq);

        var agreement = await FloatAgreement.CreateAsync(
            new DetectorFactory(library, time), model, calibration, options.SearchPictures, model.Manifest.Score * SearchScoreShare,
            cancellation).ConfigureAwait(false);
        var ranges = new RangeSearch(options.Ranges is { } given ? [given] : RangeChoice.All, statistics);
        using var bench = new SearchBench(library, time, model, source, writer, calibration, ranges, agreement, options.Threads, cancellation);
        stages.Begin("searching", options.MaxTrials);
        var search = new MixedPrecisionSearch(bench, options, stages.Step);
        var regions = new GraphRegions(source.Model);
        var state = await search.RunAsync(regions).ConfigureAwait(false);
        for (var raised = 0; ; raised++)
        {
            var best = state.Model;
            var corrected = options.CorrectBias ? await CorrectBiasAsync(bench, writer, source, calibration, best, stages, cancellation).ConfigureAwait(false) : best;
            var run = new QuantizationRun(
                model, source, calibration, qdq, processor, ranges.Chosen, corrected, corrected != best, [.. ranges.Trials, .. search.Trials], bench, labelled,
                started);
            var result = await new Judging(library, time, options, stages, cancellation).JudgeAsync(run).ConfigureAwait(false);
            if (raised == MostRaises || AcceptanceGate.IsAccurate(result.Report.Accuracy))
            {
                return result;
            }

            // Agreement with the float model was not enough for the labels, so more of it is asked for.
            stages.Begin("searching on for accuracy", options.MaxTrials);
            writer.Corrections = new Dictionary<string, float[]>();
            var more = await search.RaiseAsync(regions, state, state.Agreement + Raise).ConfigureAwait(false);
            if (more == state)
            {
                return result;
            }

            state = more;
        }
    }

    private async Task<WrittenModel> CorrectBiasAsync(
        SearchBench bench, ModelWriter writer, FloatModel source, CalibrationSet set, WrittenModel best, Stages stages, CancellationToken cancellation)
    {
        var pictures = Math.Min(set.Count, BiasCorrection.DefaultPictures);
        writer.Corrections = new BiasCorrection(library).Measure(
            source.Model, source.Input, best.Graph, set, pictures, stages.Begin("correcting biases", pictures), cancellation);
        var corrected = writer.Write(best.FloatNodes);
        var before = await bench.AgreementAsync(best).ConfigureAwait(false);
        return await bench.AgreementAsync(corrected).ConfigureAwait(false) >= before ? corrected : best;
    }

    private static IEnumerable<string> FloatValues(FloatModel source) =>
        source.Model.Facts.Where(static fact => fact.Value.Type == OnnxDataType.Float32).Select(static fact => fact.Key);

    /// <summary>x86 without VNNI adds pairs of products in 16 bits, where two of 255 * 127 do not fit.</summary>
    private static bool NeedsReducedRange(CpuFacts processor) =>
        RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86 && !processor.Int8DotProduct;
}
