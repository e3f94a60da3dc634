using System.Runtime.InteropServices;
using EdgeVision.Inference;
using EdgeVision.Inference.Models;
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

        var qdq = new QdqOptions
        {
            Activations = options.Activations, PerChannel = options.PerChannel, ReduceRange = options.ReduceRange ?? NeedsReducedRange(processor),
        };
        var agreement = await FloatAgreement.CreateAsync(
            new DetectorFactory(library, time), model, calibration, options.SearchPictures, model.Manifest.Score * SearchScoreShare,
            cancellation).ConfigureAwait(false);
        var calibrated = await CalibrateAsync(model, calibration, qdq, options, agreement, stages, cancellation).ConfigureAwait(false);
        using var bench = new SearchBench(library, time, model, calibrated, calibration, agreement, options.Threads, cancellation);
        var judging = new Judging(library, time, options, stages, cancellation);

        stages.Begin("searching", options.MaxTrials);
        var search = new MixedPrecisionSearch(bench, options, stages.Step);
        var regions = new GraphRegions(calibrated.Source.Model);
        var state = await search.RunAsync(regions).ConfigureAwait(false);
        for (var raised = 0; ; raised++)
        {
            var best = options.CorrectBias
                ? await CorrectBiasAsync(bench, calibrated, calibration, state, stages, cancellation).ConfigureAwait(false)
                : state.Model;
            var result = await judging.JudgeAsync(new QuantizationRun(
                model, calibrated, calibration, qdq, processor, best, best != state.Model, [.. calibrated.Ranges.Trials, .. search.Trials],
                bench, labelled, started)).ConfigureAwait(false);
            if (raised == MostRaises || AcceptanceGate.IsAccurate(result.Report.Accuracy))
            {
                return result;
            }

            // Agreement with the float model was not enough for the labels, so more of it is asked for.
            stages.Begin("searching on for accuracy", options.MaxTrials);
            calibrated.Writer.Corrections = new Dictionary<string, float[]>();
            var more = await search.RaiseAsync(regions, state, state.Agreement + Raise).ConfigureAwait(false);
            if (more == state)
            {
                return result;
            }

            state = more;
        }
    }

    /// <summary>Prepares and calibrates; with channels evened out where that agrees better, or was asked for.</summary>
    private async Task<CalibratedModel> CalibrateAsync(
        VerifiedModel model, CalibrationSet set, QdqOptions qdq, QuantizationOptions options, FloatAgreement agreement, Stages stages,
        CancellationToken cancellation)
    {
        stages.Begin("preparing", 1);
        var plain = FloatModel.Of(library, model, options.Input, cancellation);
        var even = options.Equalize == false ? plain : plain.Equalized();
        if (options.Equalize is not null || even.EqualizedPairs == 0)
        {
            return Calibrate(even);
        }

        var (one, other) = (Calibrate(plain), Calibrate(even));
        var tail = new GraphRegions(plain.Model).Tail;
        return await StartAsync(other).ConfigureAwait(false) > await StartAsync(one).ConfigureAwait(false) ? other : one;

        CalibratedModel Calibrate(FloatModel source) => CalibratedModel.Of(
            library, model.Manifest, source, qdq, options.Ranges, set, stages.Begin("calibrating", set.Count), cancellation);

        async Task<double> StartAsync(CalibratedModel calibrated) =>
            await AgreementAsync(await calibrated.ChooseRangesAsync(tail, AgreementAsync).ConfigureAwait(false)).ConfigureAwait(false);

        Task<double> AgreementAsync(WrittenModel written) => agreement.ApAsync(written.Model, cancellation);
    }

    private async Task<WrittenModel> CorrectBiasAsync(
        SearchBench bench, CalibratedModel calibrated, CalibrationSet set, SearchState best, Stages stages, CancellationToken cancellation)
    {
        var pictures = Math.Min(set.Count, BiasCorrection.DefaultPictures);
        calibrated.Writer.Corrections = new BiasCorrection(library).Measure(
            calibrated.Source.Model, calibrated.Source.Input, best.Model.Graph, set, pictures, stages.Begin("correcting biases", pictures), cancellation);
        var corrected = calibrated.Writer.Write(best.Model.FloatNodes);
        return await bench.AgreementAsync(corrected).ConfigureAwait(false) >= best.Agreement ? corrected : best.Model;
    }

    /// <summary>x86 without VNNI adds pairs of products in 16 bits, where two of 255 * 127 do not fit.</summary>
    private static bool NeedsReducedRange(CpuFacts processor) =>
        RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86 && !processor.Int8DotProduct;
}
