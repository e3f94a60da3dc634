using System.CommandLine;
using EdgeVision.ModelTools.Quantization;
using EdgeVision.ModelTools.Quantization.Acceptance;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Qdq;

namespace EdgeVision.Service.Verbs;

/// <summary>The options that say how a model is quantized and what it must keep.</summary>
internal sealed class QuantizationChoice
{
    private readonly WordOption<QuantizationTarget> _target = new(
        "--target", "What the search for mixed precision goes for",
        ("balanced", QuantizationTarget.Balanced), ("latency", QuantizationTarget.Latency), ("accuracy", QuantizationTarget.Accuracy));

    private readonly WordOption<PixelInput> _input = new(
        "--input", "What the quantized model takes", ("auto", PixelInput.Auto), ("float32", PixelInput.Normalized), ("uint8", PixelInput.Bytes));

    private readonly WordOption<CalibratorKind?> _calibrator = new(
        "--calibrator", "How ranges are chosen; auto tries them all",
        ("auto", null), ("percentile", CalibratorKind.Percentile), ("min-max", CalibratorKind.MinMax), ("entropy", CalibratorKind.Entropy), ("mse", CalibratorKind.Mse));

    private readonly Option<double?> _percentile = NumberOption.Create(
        "--percentile", 50.000001, 100, "a number above 50, up to 100", "Share of the values that a range keeps, in percent, such as 99.99");

    private readonly WordOption<ActivationType> _activations = new(
        "--activations", "8 bits of the activations", ("u8", ActivationType.U8), ("s8", ActivationType.S8));

    private readonly Option<bool> _perTensor = new("--per-tensor") { Description = "One weight scale for each tensor instead of each channel" };

    private readonly WordOption<bool?> _reduceRange = new(
        "--reduce-range", "Weights of 7 bits, for x86 without VNNI", ("auto", null), ("on", true), ("off", false));

    private readonly WordOption<bool?> _equalize = new(
        "--equalize", "Cross-layer equalization; auto tries both", ("auto", null), ("on", true), ("off", false));

    private readonly Option<bool> _noBiasCorrection = new("--no-bias-correction") { Description = "Leaves out the bias correction" };

    private readonly Option<int?> _threads = NumberOption.Create("--threads", 1, 64, "a whole number from 1 to 64", "Threads of the measured runs; 1 when left out");

    private readonly Option<double?> _maxLoss = NumberOption.Create(
        "--max-loss", 0d, 1, "a number from 0 to 1", "Most AP that may be lost on the labelled pictures; 0.01 when left out");

    private readonly Option<double?> _minAgreement = NumberOption.Create(
        "--min-agreement", 0d, 1, "a number from 0 to 1", "Least agreement (F1) with the float model's detections; 0.85 when left out, 0.75 with --evaluate");

    private readonly Option<double?> _maxLatency = NumberOption.Create(
        "--max-latency", .01, 100, "a number from 0.01 to 100", "Greatest latency as a share of the float model's; 1 when left out");

    private readonly Option<string?> _floatNodes = new("--float-nodes") { Description = "Names of nodes that stay float, separated by commas" };

    public QuantizationChoice(Command command)
    {
        Option[] all =
        [
            _target.Option, _input.Option, _calibrator.Option, _percentile, _activations.Option, _perTensor, _reduceRange.Option, _equalize.Option,
            _noBiasCorrection, _threads, _maxLoss, _minAgreement, _maxLatency, _floatNodes,
        ];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }

        _percentile.Validators.Add(result =>
        {
            if (result.GetResult(_calibrator.Option) is { Implicit: false, Tokens: [.., var word] } && word.Value != "percentile")
            {
                result.AddError("--percentile goes with --calibrator percentile only");
            }
        });
    }

    public int Threads(ParseResult parsed) => parsed.GetValue(_threads) ?? 1;

    public QuantizationOptions Read(ParseResult parsed)
    {
        var (plain, limits) = (new QuantizationOptions(), new AcceptanceLimits());
        return plain with
        {
            Target = _target.Read(parsed),
            Input = _input.Read(parsed),
            Ranges = Ranges(parsed),
            Activations = _activations.Read(parsed),
            PerChannel = !parsed.GetValue(_perTensor),
            ReduceRange = _reduceRange.Read(parsed),
            Equalize = _equalize.Read(parsed),
            CorrectBias = !parsed.GetValue(_noBiasCorrection),
            Threads = Threads(parsed),
            FloatNodes = parsed.GetValue(_floatNodes)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            Limits = new AcceptanceLimits
            {
                MaxApLoss = parsed.GetValue(_maxLoss) ?? limits.MaxApLoss,
                MinAgreement = parsed.GetValue(_minAgreement) ?? limits.MinAgreement,
                MaxLatencyRatio = parsed.GetValue(_maxLatency) ?? limits.MaxLatencyRatio,
            },
        };
    }

    private RangeChoice? Ranges(ParseResult parsed) => (_calibrator.Read(parsed), parsed.GetValue(_percentile)) switch
    {
        (null, null) => null,
        (_, { } percentile) => new RangeChoice(CalibratorKind.Percentile, percentile),
        ({ } kind, null) => new RangeChoice(kind),
    };
}
