using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>Runs a float model on the calibration pictures, one at a time, and keeps statistics of its tensors only.</summary>
/// <param name="library">ONNX Runtime.</param>
/// <param name="options">Null for the defaults.</param>
public sealed class CalibrationRun(OrtLibrary library, TapOptions? options = null)
{
    /// <summary>Collects statistics and lets a calibrator choose the ranges.</summary>
    /// <returns>By tensor. Tensors with values that are infinite or not numbers are left out, and so stay float.</returns>
    /// <inheritdoc cref="Collect"/>
    public IReadOnlyDictionary<string, TensorRange> Run(
        PreparedModel model, ModelInput input, CalibrationSet set, ICalibrator calibrator, IEnumerable<string> tensors,
        IProgress<int>? progress = null, CancellationToken cancel = default) =>
        Ranges(Collect(model, input, set, tensors, progress, cancel), calibrator);

    /// <summary>One pass over the pictures; what it gives serves any number of calibrators.</summary>
    /// <param name="model">The model.</param>
    /// <param name="input">How pictures become its input.</param>
    /// <param name="set">The pictures.</param>
    /// <param name="tensors">Names of float32 tensors: what nodes make, or the input.</param>
    /// <param name="progress">Told how many pictures are done.</param>
    /// <param name="cancel">Looked at between runs of the model.</param>
    /// <exception cref="QuantizationRefusedException">There are no pictures, or the model has several inputs.</exception>
    /// <exception cref="ArgumentException">A tensor is unknown or does not hold float32.</exception>
    /// <exception cref="OrtException">The model does not load or run.</exception>
    public IReadOnlyDictionary<string, TensorStatistics> Collect(
        PreparedModel model, ModelInput input, CalibrationSet set, IEnumerable<string> tensors,
        IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(set);
        using var picture = new PictureInput(library, input);
        var names = tensors.Distinct(StringComparer.Ordinal).ToList();
        using var tap = new TensorTap(library, model, names, picture.Tensor, options);
        var statistics = names.ToDictionary(static name => name, static _ => new TensorStatistics(), StringComparer.Ordinal);
        var done = 0;
        foreach (var frame in set.Read(cancel))
        {
            picture.Write(frame);
            tap.Run((tensor, values) => statistics[tensor].Observe(values), cancel);
            done++;
            progress?.Report(done);
        }

        return done > 0 ? statistics : throw NoPictures(set);
    }

    /// <summary>The ranges of all tensors that can have one.</summary>
    public static IReadOnlyDictionary<string, TensorRange> Ranges(
        IReadOnlyDictionary<string, TensorStatistics> statistics, ICalibrator calibrator)
    {
        ArgumentNullException.ThrowIfNull(calibrator);
        return statistics
            .Where(static one => one.Value is { IsFinite: true, Count: > 0 })
            .AsParallel()
            .Select(one => (one.Key, Range: calibrator.RangeOf(one.Value)))
            .ToDictionary(static one => one.Key, static one => one.Range, StringComparer.Ordinal);
    }

    internal static QuantizationRefusedException NoPictures(CalibrationSet set) =>
        new("", $"{set.Description} gives no pictures to calibrate with; name a folder, a video or a camera that has some");
}
