namespace EdgeVision.Native.OnnxRuntime;

/// <summary>A node of the graph as ONNX Runtime divided it: after its basic rewriting, before each provider's own.</summary>
/// <param name="Operator">Its operator type, such as Conv.</param>
/// <param name="Name">Its name in the model; empty when the exporter gave none.</param>
/// <param name="Domain">Empty for ONNX's own operators.</param>
public sealed record OrtPlacedNode(string Operator, string Name, string Domain)
{
    public override string ToString()
    {
        var operation = Domain.Length == 0 ? Operator : $"{Domain}.{Operator}";
        return Name.Length == 0 ? $"{operation} (unnamed)" : $"{operation} '{Name}'";
    }
}
