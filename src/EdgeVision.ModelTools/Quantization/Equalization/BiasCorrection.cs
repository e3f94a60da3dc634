using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization.Equalization;

/// <summary>
/// Empirical bias correction (Nagel et al. 2019, arXiv 1906.04721, section 4.2 and appendix D): rounding shifts the mean of a
/// convolution's channels; the shift, seen on pictures, is taken off the bias. All layers are measured in one run, not one
/// after another: a layer's shift then holds what the layers before it pass on, so that a second round is needed once they
/// are corrected, and the round with the least shift left is the answer.
/// </summary>
/// <param name="library">ONNX Runtime.</param>
/// <param name="options">Null for the defaults.</param>
public sealed class BiasCorrection(OrtLibrary library, TapOptions? options = null)
{
    /// <summary>Pictures that are enough for a mean.</summary>
    public const int DefaultPictures = 32;

    /// <summary>Finds what to subtract from the float biases before they are quantized.</summary>
    /// <param name="model">The float model.</param>
    /// <param name="input">How pictures become its input.</param>
    /// <param name="write">
    /// Gives the quantized model whose float biases have so much subtracted, by Conv (<see cref="BiasShift"/> does that).
    /// A Conv it does not name is not corrected.
    /// </param>
    /// <param name="set">The pictures.</param>
    /// <param name="rounds">Corrections tried, at least 1.</param>
    /// <param name="pictures">How many pictures at most.</param>
    /// <param name="progress">Told how many pictures are done, over all rounds (one more than corrections: the last is judged too).</param>
    /// <param name="cancel">Looked at between runs of the models.</param>
    /// <returns>The best corrections by Conv; empty when none left less shift than there was.</returns>
    /// <exception cref="QuantizationRefusedException">There are no pictures.</exception>
    /// <exception cref="OrtException">A model does not load or run.</exception>
    public IReadOnlyDictionary<string, float[]> Find(
        PreparedModel model, ModelInput input, Func<IReadOnlyDictionary<string, float[]>, QuantizedConvs> write, CalibrationSet set,
        int rounds = 1, int pictures = DefaultPictures, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        IReadOnlyDictionary<string, float[]> tried = new Dictionary<string, float[]>();
        var (best, least, done) = (tried, double.PositiveInfinity, 0);
        for (var round = 0; round <= rounds; round++)
        {
            var shifts = Measure(model, input, write(tried), set, pictures, Counting(), cancel);
            var left = shifts.Values.Sum(static shift => shift.Weight);
            (best, least) = left < least ? (tried, left) : (best, least);
            tried = Sum(tried, shifts);
        }

        return best;

        IProgress<int>? Counting() => progress is null ? null : new PictureCounter(() => progress.Report(++done));
    }

    /// <summary>The mean of (quantized - float) in each output channel, over pictures and positions.</summary>
    /// <inheritdoc cref="Find"/>
    public IReadOnlyDictionary<string, ChannelShift> Measure(
        PreparedModel model, ModelInput input, QuantizedConvs quantized, CalibrationSet set,
        int pictures = DefaultPictures, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(quantized);
        ArgumentNullException.ThrowIfNull(set);
        var convs = model.Graph.Nodes.Where(node => node.OpType == "Conv" && quantized.Outputs.ContainsKey(node.Name)).ToList();
        var names = convs.ToDictionary(static conv => conv.Outputs[0], conv => quantized.Outputs[conv.Name], StringComparer.Ordinal);
        var sums = convs.ToDictionary(
            static conv => conv.Outputs[0], conv => new ChannelSums((int)model.Facts[conv.Outputs[0]].Shape[1]), StringComparer.Ordinal);
        using var taps = new PairedTap(library, model, input, quantized.Model, quantized.Input ?? input, names, options ?? new TapOptions());
        var done = 0;
        foreach (var frame in set.Read(cancel).Take(pictures))
        {
            taps.Run(frame, (tensor, reference, other) => sums[tensor].Add(reference, other), cancel);
            done++;
            progress?.Report(done);
        }

        return done > 0
            ? convs.ToDictionary(static conv => conv.Name, conv => sums[conv.Outputs[0]].Shift(), StringComparer.Ordinal)
            : throw CalibrationRun.NoPictures(set);
    }

    private static Dictionary<string, float[]> Sum(
        IReadOnlyDictionary<string, float[]> tried, IReadOnlyDictionary<string, ChannelShift> shifts) => shifts.ToDictionary(
            static one => one.Key,
            one => tried.GetValueOrDefault(one.Key) is { } before ? [.. before.Zip(one.Value.Means, static (a, b) => a + b)] : one.Value.Means.ToArray(),
            StringComparer.Ordinal);
}
