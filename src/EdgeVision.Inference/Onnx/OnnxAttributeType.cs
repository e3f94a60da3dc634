namespace EdgeVision.Inference.Onnx;

/// <summary>What an attribute holds, numbered as AttributeProto.AttributeType.</summary>
public enum OnnxAttributeType
{
    Undefined = 0,
    Number = 1,
    Integer = 2,
    Text = 3,
    Tensor = 4,
    Graph = 5,
    Numbers = 6,
    Integers = 7,
    Texts = 8,
    Tensors = 9,
    Graphs = 10,
}
