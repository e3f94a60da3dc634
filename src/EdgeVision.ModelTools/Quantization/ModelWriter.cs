using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Equalization;
using EdgeVision.ModelTools.Quantization.Qdq;

namespace EdgeVision.ModelTools.Quantization;

/// <summary>Writes quantized models of one float model, with the manifest each is run by.</summary>
/// <param name="parent">The float model's manifest.</param>
/// <param name="source">What is quantized.</param>
/// <param name="options">Types and widths.</param>
internal sealed class ModelWriter(
    ModelManifest parent, FloatModel source, QdqOptions options)
{
    /// <summary>By value name.</summary>
    public IReadOnlyDictionary<string, TensorRange> Ranges { get; set; } = new Dictionary<string, TensorRange>();

    /// <summary>Subtracted from the biases of convolutions, by name.</summary>
    public IReadOnlyDictionary<string, float[]> Corrections { get; set; } = new Dictionary<string, float[]>();

    public WrittenModel Write(IReadOnlySet<string> floatNodes)
    {
        var model = Corrections.Count == 0 ? source.Model : BiasShift.Subtract(source.Model, Corrections);
        var graph = QdqWriter.Write(model, new QdqPlan(Ranges, floatNodes), options, out var coverage);
        graph.ProducerName = "edgevision";
        var bytes = OnnxWriter.Write(graph);
        var manifest = parent with
        {
            Sha256 = ModelVerification.Hash(bytes),
            Size = bytes.Length,
            Source = null,
            Precision = ModelPrecision.Int8,
            Input = source.Input,
            Parent = new ModelParent { Name = parent.Name, Sha256 = parent.Sha256 },
        };
        return new WrittenModel(floatNodes, new VerifiedModel(manifest, $"{parent.Name} in 8 bits", bytes), graph, coverage);
    }
}
