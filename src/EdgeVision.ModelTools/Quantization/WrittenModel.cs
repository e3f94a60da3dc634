using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Qdq;

namespace EdgeVision.ModelTools.Quantization;

/// <summary>A quantized model as written.</summary>
/// <param name="FloatNodes">Names of the nodes that were to stay float.</param>
/// <param name="Model">The file, with the manifest it is run by.</param>
/// <param name="Graph">The file's content.</param>
/// <param name="Coverage">What became of each node.</param>
public sealed record WrittenModel(IReadOnlySet<string> FloatNodes, VerifiedModel Model, OnnxModel Graph, QdqCoverage Coverage);
