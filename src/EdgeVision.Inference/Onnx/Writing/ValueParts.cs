using EdgeVision.Inference.Onnx.Wire;

namespace EdgeVision.Inference.Onnx.Writing;

/// <summary>Writes ValueInfoProto and TypeProto.</summary>
internal static class ValueParts
{
    public static void Value(WireWriter to, OnnxValueInfo value)
    {
        to.Text(1, value.Name);
        if (value.Type is { } type)
        {
            to.Message(2, type, Type);
        }

        to.OptionalText(3, value.Description);
        to.Unknown(value);
    }

    private static void Type(WireWriter to, OnnxType type)
    {
        if (type.Kind == OnnxTypeKind.Tensor)
        {
            to.Message(1, type, Tensor);
        }
        else if (type.Kind != OnnxTypeKind.None)
        {
            to.Message((int)type.Kind, type.Element, Element);
        }

        to.OptionalText(6, type.Denotation);
        to.Unknown(type);
    }

    private static void Element(WireWriter to, OnnxType? element)
    {
        if (element is not null)
        {
            to.Message(1, element, Type);
        }
    }

    private static void Tensor(WireWriter to, OnnxType type)
    {
        to.Int64(1, (long)type.ElementType);
        if (type.Shape is { } shape)
        {
            to.Message(2, shape, Shape);
        }
    }

    private static void Shape(WireWriter to, IReadOnlyList<OnnxDimension> shape)
    {
        foreach (var dimension in shape)
        {
            to.Message(1, dimension, Dimension);
        }
    }

    private static void Dimension(WireWriter to, OnnxDimension dimension)
    {
        if (dimension.Size is { } size)
        {
            to.Int64(1, size);
        }

        to.OptionalText(2, dimension.Symbol);
        to.OptionalText(3, dimension.Denotation);
    }
}
