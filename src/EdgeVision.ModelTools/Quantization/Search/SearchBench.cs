using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Quantization.Accuracy;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Measuring;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization.Search;

/// <summary>The search's measurements, made on this machine.</summary>
internal sealed class SearchBench : ISearchBench, IDisposable
{
    private const double Tolerance = 0.004;
    private const int MostTurns = 40;
    private const int NoisePictures = 4;
    private readonly OrtLibrary _library;
    private readonly TimeProvider _time;
    private readonly CalibratedModel _calibrated;
    private readonly CalibrationSet _set;
    private readonly FloatAgreement _agreement;
    private readonly int _threads;
    private readonly CancellationToken _cancellation;
    private readonly TimedModel _float;
    private (WrittenModel Of, TimedModel Timed)? _held;

    public SearchBench(
        OrtLibrary library, TimeProvider time, VerifiedModel original, CalibratedModel calibrated, CalibrationSet set, FloatAgreement agreement,
        int threads, CancellationToken cancellation)
    {
        (_library, _time, _calibrated, _set) = (library, time, calibrated, set);
        (_agreement, _threads, _cancellation) = (agreement, threads, cancellation);
        _float = Time(original);
    }

    public WrittenModel Write(IReadOnlySet<string> floatNodes) => _calibrated.Writer.Write(floatNodes);

    public Task<WrittenModel> ChooseRangesAsync(IReadOnlySet<string> floatNodes) => _calibrated.ChooseRangesAsync(floatNodes, AgreementAsync);

    public LatencyComparison AgainstFloat(WrittenModel model) => AgainstFloat(model, Tolerance, MostTurns);

    /// <summary>As the search asks, but as exact as it takes.</summary>
    public LatencyComparison AgainstFloat(WrittenModel model, double tolerance, int turns)
    {
        using var timed = Time(model.Model);
        return LatencyComparison.Measure(_float, timed, tolerance, turns, _cancellation);
    }

    public LatencyComparison Compare(WrittenModel first, WrittenModel second)
    {
        // The search compares one model with many others.
        if (_held?.Of != first)
        {
            _held?.Timed.Dispose();
            _held = (first, Time(first.Model));
        }

        using var other = Time(second.Model);
        return LatencyComparison.Measure(_held.Value.Timed, other, Tolerance, MostTurns, _cancellation);
    }

    public Task<double> AgreementAsync(WrittenModel model) => _agreement.ApAsync(model.Model, _cancellation);

    /// <summary>Signal to noise by value name, in decibels, over a few pictures.</summary>
    public IReadOnlyDictionary<string, double> Noise(WrittenModel model) => new QuantizationNoise(_library).Measure(
        Source.Model, Source.Input, model.Graph, null, QuantizationNoise.SameNames(Source.Model, model.Graph), _set, NoisePictures, null, _cancellation);

    public IReadOnlyList<string> Noisiest(WrittenModel model)
    {
        var noise = Noise(model);
        return
        [
            .. new GraphRegions(Source.Model).Weighted
                .Where(node => !model.Coverage.LeftFloat.ContainsKey(node.Name) && noise.ContainsKey(node.Outputs[0]))
                .OrderBy(node => noise[node.Outputs[0]])
                .Select(static node => node.Name),
        ];
    }

    public void Dispose()
    {
        _held?.Timed.Dispose();
        _float.Dispose();
    }

    private FloatModel Source => _calibrated.Source;

    private TimedModel Time(VerifiedModel model) => new(
        _library, _time, model.Bytes, new Dictionary<string, long[]> { [model.Manifest.Input.Name] = model.Manifest.Input.Shape() }, _threads);
}
