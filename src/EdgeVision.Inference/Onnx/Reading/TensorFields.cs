using EdgeVision.Inference.Onnx.Wire;

namespace EdgeVision.Inference.Onnx.Reading;

/// <summary>TensorProto.</summary>
internal static class TensorFields
{
    public static OnnxTensor Read(WireReader fields, string kind, int index)
    {
        var session = fields.Session;
        session.Tensors.Add(fields.Start);
        session.Memory.Take(OnnxMemory.Object, fields.Start);
        var tensor = new OnnxTensor();
        session.Enter(kind, index, tensor);
        var data = new TensorData();
        while (fields.Next() is var field and > 0)
        {
            switch (field)
            {
                case 1:
                    tensor.Dimensions = fields.Numbers(WireType.Varint) is { } sizes
                        ? AttributeFields.Integers(ref fields, sizes.Span, session.Limits.Dimensions)
                        : tensor.Dimensions;
                    break;
                case 2:
                    tensor.Type = (OnnxDataType)fields.Int32();
                    break;
                case 3:
                    throw fields.Refuse(OnnxRefusalReason.Unsupported, "tensors in segments are outside the subset");
                case 8:
                    tensor.Name = fields.Text(session.Limits.NameBytes);
                    break;
                case 12:
                    tensor.Description = fields.Text(session.Limits.TextBytes);
                    break;
                default:
                    if (!data.Take(ref fields, field))
                    {
                        tensor.Keep(fields.Rest());
                    }

                    break;
            }
        }

        data.Complete(ref fields, tensor, Elements(ref fields, tensor));
        session.Leave();
        return tensor;
    }

    private static long Elements(ref WireReader fields, OnnxTensor tensor)
    {
        if (!tensor.Type.IsKnown())
        {
            throw fields.Refuse(OnnxRefusalReason.Unsupported, $"element type {(int)tensor.Type} is outside the subset");
        }

        var product = 1L;
        for (var index = 0; index < tensor.Dimensions.Count; index++)
        {
            product = TensorShape.Multiply(ref fields, product, tensor.Dimensions[index], index + 1);
        }

        return tensor.Dimensions.Contains(0) ? 0 : product;
    }
}
