using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>
/// How much noise quantizing adds, tensor by tensor: 10 log10(sum x² / sum (x - q)²) in dB over the pictures, with x from
/// the float model and q from the quantized one, each running on its own values from the input on. The pictures are read
/// anew for each group of tensors: sessions for all groups at once would cost more memory than the values.
/// </summary>
/// <param name="library">ONNX Runtime.</param>
/// <param name="options">Null for the defaults.</param>
public sealed class QuantizationNoise(OrtLibrary library, TapOptions? options = null)
{
    /// <summary>Measures.</summary>
    /// <param name="model">The float model.</param>
    /// <param name="input">How pictures become its input.</param>
    /// <param name="quantized">The quantized model.</param>
    /// <param name="quantizedInput">How pictures become the quantized model's input; null when it is the same.</param>
    /// <param name="tensors">
    /// The quantized model's float tensor for each of the float model's. <see cref="SameNames"/> where the names were kept.
    /// </param>
    /// <param name="set">The pictures.</param>
    /// <param name="pictures">How many of them at most.</param>
    /// <param name="progress">Told how many pictures are done; those of several passes count as their share of one.</param>
    /// <param name="cancel">Looked at between runs of the models.</param>
    /// <returns>By the float model's names; infinite where nothing differs, minus infinity where only x is always 0.</returns>
    /// <exception cref="QuantizationRefusedException">There are no pictures.</exception>
    /// <exception cref="ArgumentException">A tensor is unknown or does not hold float32.</exception>
    /// <exception cref="OrtException">A model does not load or run.</exception>
    public IReadOnlyDictionary<string, double> Measure(
        PreparedModel model, ModelInput input, OnnxModel quantized, ModelInput? quantizedInput,
        IReadOnlyDictionary<string, string> tensors, CalibrationSet set, int pictures = 32,
        IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(set);
        var limits = options ?? new TapOptions();
        var groups = TapGroups.Of(model.Facts, tensors.Keys, limits.LimitBytes / 2);
        var sums = tensors.Keys.ToDictionary(static name => name, static _ => new SignalAndNoise(), StringComparer.Ordinal);
        var done = 0;
        foreach (var group in groups)
        {
            using var taps = new PairedTap(library, model, input, quantized, quantizedInput ?? input, group, tensors, limits.Threads);
            foreach (var frame in set.Spread(pictures, cancel))
            {
                cancel.ThrowIfCancellationRequested();
                taps.Run(frame, (tensor, reference, other) => sums[tensor].Add(reference, other));
                done++;
                progress?.Report(done / groups.Count);
            }
        }

        return done > 0 || groups.Count == 0
            ? sums.ToDictionary(static one => one.Key, static one => one.Value.Decibels, StringComparer.Ordinal)
            : throw CalibrationRun.NoPictures(set);
    }

    /// <summary>The float32 tensors that a quantized model kept under their names: those that a node of it makes.</summary>
    public static IReadOnlyDictionary<string, string> SameNames(PreparedModel model, OnnxModel quantized)
    {
        ArgumentNullException.ThrowIfNull(model);
        var graph = new WorkGraph(quantized);
        return model.Facts
            .Where(fact => fact.Value.Type == OnnxDataType.Float32
                && graph.Producer(fact.Key) is { OpType: not "QuantizeLinear" } && model.Graph.Producer(fact.Key) is not null)
            .ToDictionary(static fact => fact.Key, static fact => fact.Key, StringComparer.Ordinal);
    }
}
