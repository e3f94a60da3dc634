using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization.Equalization;

/// <summary>
/// Bias correction (Nagel et al. 2019, arXiv 1906.04721, section 4.2): rounding and clipping shift the mean of a
/// convolution's channels; the shift, seen on pictures, is taken off the bias. Each convolution is given what the float
/// model feeds it, rounded as the quantized model rounds it. So a shift is the layer's own, all can be measured in one run
/// and corrected together; shifts measured behind layers that shift themselves would be corrected twice.
/// </summary>
/// <param name="library">ONNX Runtime.</param>
/// <param name="options">Null for the defaults.</param>
public sealed class BiasCorrection(OrtLibrary library, TapOptions? options = null)
{
    /// <summary>Pictures that are enough for a mean.</summary>
    public const int DefaultPictures = 32;

    /// <summary>Finds what to subtract from the float biases before they are quantized; see <see cref="BiasShift"/>.</summary>
    /// <param name="model">The float model.</param>
    /// <param name="input">How pictures become its input.</param>
    /// <param name="quantized">
    /// The float model in QDQ form: convolutions have the same names, their data come from a DequantizeLinear with constant
    /// scale and zero point, their weights and biases from one over constants or are constants.
    /// </param>
    /// <param name="set">The pictures.</param>
    /// <param name="pictures">How many of them at most.</param>
    /// <param name="progress">Told how many pictures are done; those of several passes count as their share of one.</param>
    /// <param name="cancel">Looked at between runs of the model.</param>
    /// <returns>Mean of (quantized - float) of each output channel, by the Conv's name; convolutions that stayed float are not in it.</returns>
    /// <exception cref="QuantizationRefusedException">There are no pictures.</exception>
    /// <exception cref="OrtException">The model does not load or run.</exception>
    public IReadOnlyDictionary<string, float[]> Measure(
        PreparedModel model, ModelInput input, OnnxModel quantized, CalibrationSet set,
        int pictures = DefaultPictures, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(set);
        var limits = options ?? new TapOptions();
        var beside = RoundedBeside.Of(model, quantized);
        var groups = TapGroups.Of(model.Facts, beside.Pairs.Select(static pair => pair.Output), limits.LimitBytes / 2);
        using var picture = new PictureInput(library, input);
        var sums = beside.Pairs.ToDictionary(
            static pair => pair.Conv, pair => new ChannelSums((int)model.Facts[pair.Output].Shape[1]), StringComparer.Ordinal);
        var done = 0;
        foreach (var group in groups)
        {
            // One session at a time: the pictures are read anew for each group.
            using var tap = new TensorTap(library, beside.Model, [beside.Both(group)], picture.Tensor, limits.Threads);
            foreach (var frame in set.Spread(pictures, cancel))
            {
                cancel.ThrowIfCancellationRequested();
                picture.Write(frame);
                Add(tap, group.Select(beside.PairOf), sums);
                done++;
                progress?.Report(done / groups.Count);
            }
        }

        return done > 0 || groups.Count == 0
            ? sums.ToDictionary(static one => one.Key, static one => one.Value.Means(), StringComparer.Ordinal)
            : throw CalibrationRun.NoPictures(set);
    }

    private static void Add(TensorTap tap, IEnumerable<RoundedPair> pairs, Dictionary<string, ChannelSums> sums)
    {
        using var values = tap.Run(0);
        foreach (var pair in pairs)
        {
            sums[pair.Conv].Add(values.Of(pair.Output), values.Of(pair.Rounded));
        }
    }
}
