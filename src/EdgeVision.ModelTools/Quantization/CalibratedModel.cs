using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Qdq;
using EdgeVision.ModelTools.Quantization.Search;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization;

/// <summary>A float model with what calibration knows of it.</summary>
/// <param name="Source">The float model.</param>
/// <param name="Writer">Writes quantized models of it.</param>
/// <param name="Ranges">Chooses their ranges.</param>
internal sealed record CalibratedModel(FloatModel Source, ModelWriter Writer, RangeSearch Ranges)
{
    /// <summary>Runs the pictures once.</summary>
    /// <exception cref="QuantizationRefusedException">There are no pictures.</exception>
    public static CalibratedModel Of(
        OrtLibrary library, ModelManifest parent, FloatModel source, QdqOptions qdq, RangeChoice? ranges, CalibrationSet set,
        IProgress<int> progress, CancellationToken cancellation)
    {
        var values = source.Model.Facts.Where(static fact => fact.Value.Type == OnnxDataType.Float32).Select(static fact => fact.Key);
        var statistics = new CalibrationRun(library).Collect(source.Model, source.Input, set, values, progress, cancellation);
        return new CalibratedModel(
            source, new ModelWriter(parent, source, qdq), new RangeSearch(ranges is null ? RangeChoice.All : [ranges], statistics));
    }

    /// <summary>Chooses the ranges for these float nodes, and writes the model with them.</summary>
    /// <param name="floatNodes">Names of the nodes that stay float.</param>
    /// <param name="agreementOf">A model's agreement with the float model.</param>
    public async Task<WrittenModel> ChooseRangesAsync(IReadOnlySet<string> floatNodes, Func<WrittenModel, Task<double>> agreementOf)
    {
        Writer.Ranges = await Ranges.ChooseAsync(floatNodes.Count, ranges =>
        {
            Writer.Ranges = ranges;
            return agreementOf(Writer.Write(floatNodes));
        }).ConfigureAwait(false);
        return Writer.Write(floatNodes);
    }
}
