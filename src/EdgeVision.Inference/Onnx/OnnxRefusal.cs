namespace EdgeVision.Inference.Onnx;

/// <summary>A refused model as a value: why, where, and what was found.</summary>
/// <param name="Reason">Its kind.</param>
/// <param name="Place">The way to it: "graph, node 3 Conv 'backbone.0'".</param>
/// <param name="Offset">Bytes from the file's start.</param>
/// <param name="What">One line.</param>
public sealed record OnnxRefusal(OnnxRefusalReason Reason, string Place, long Offset, string What)
{
    public override string ToString() => $"{Place}, byte {Offset}: {What}";
}
