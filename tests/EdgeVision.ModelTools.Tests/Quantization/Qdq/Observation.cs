using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.ModelTools.Quantization.Qdq;

namespace EdgeVision.ModelTools.Tests.Quantization.Qdq;

/// <summary>A float model and what one run showed of it.</summary>
internal sealed record Observation(PreparedModel Model, IReadOnlyDictionary<string, Value> Values)
{
    public Dictionary<string, TensorRange> Ranges => Values
        .Where(static one => one.Value.Type == OnnxDataType.Float32 && one.Value.Numbers.Length > 0)
        .ToDictionary(static one => one.Key, static one => new TensorRange(one.Value.Numbers.Min(), one.Value.Numbers.Max()));

    public OnnxModel Write(QdqOptions? options = null, params string[] floatNodes) => Write(out _, options, floatNodes);

    public OnnxModel Write(out QdqCoverage coverage, QdqOptions? options = null, params string[] floatNodes)
    {
        var model = QdqWriter.Write(Model, new QdqPlan(Ranges, floatNodes.ToHashSet()), options ?? new QdqOptions(), out coverage);
        Assert.Null(OnnxReader.Check(OnnxWriter.Write(model)));
        return model;
    }
}
