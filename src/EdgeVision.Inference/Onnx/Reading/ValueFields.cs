using EdgeVision.Inference.Onnx.Wire;

namespace EdgeVision.Inference.Onnx.Reading;

/// <summary>ValueInfoProto and TypeProto.</summary>
internal static class ValueFields
{
    public static OnnxValueInfo Read(WireReader fields, string kind, int index)
    {
        var session = fields.Session;
        session.Values.Add(fields.Start);
        session.Memory.Take(OnnxMemory.Object, fields.Start);
        var value = new OnnxValueInfo();
        session.Enter(kind, index, value);
        while (fields.Next() is var field and > 0)
        {
            switch (field)
            {
                case 1:
                    value.Name = fields.Text(session.Limits.NameBytes);
                    break;
                case 2:
                    value.Type = Type(fields.Message());
                    break;
                case 3:
                    value.Description = fields.Text(session.Limits.TextBytes);
                    break;
                default:
                    value.Keep(fields.Rest());
                    break;
            }
        }

        if (value.Name.Length == 0)
        {
            throw fields.Refuse(OnnxRefusalReason.Missing, "it has no name");
        }

        session.Leave();
        return value;
    }

    private static OnnxType Type(WireReader fields)
    {
        fields.Session.Memory.Take(OnnxMemory.Object, fields.Start);
        var type = new OnnxType();
        while (fields.Next() is var field and > 0)
        {
            switch (field)
            {
                case 1 or 4 or 9 when type.Kind != OnnxTypeKind.None:
                    throw fields.Refuse(OnnxRefusalReason.Duplicate, "a type is two kinds at once");
                case 1:
                    type.Kind = OnnxTypeKind.Tensor;
                    Tensor(fields.Message(), type);
                    break;
                case 4 or 9:
                    type.Kind = (OnnxTypeKind)field;
                    type.Element = Element(fields.Message());
                    break;
                case 6:
                    type.Denotation = fields.Text(fields.Session.Limits.NameBytes);
                    break;
                case 5 or 7 or 8:
                    throw fields.Refuse(OnnxRefusalReason.Unsupported, "maps, opaque types and sparse tensors are outside the subset");
                default:
                    type.Keep(fields.Rest());
                    break;
            }
        }

        return type;
    }

    private static OnnxType? Element(WireReader fields)
    {
        OnnxType? element = null;
        while (fields.Next() is var field and > 0)
        {
            element = field == 1
                ? Type(fields.Message())
                : throw fields.Refuse(OnnxRefusalReason.Unsupported, $"a sequence or optional has a field {field}");
        }

        return element;
    }

    private static void Tensor(WireReader fields, OnnxType type)
    {
        while (fields.Next() is var field and > 0)
        {
            switch (field)
            {
                case 1:
                    type.ElementType = (OnnxDataType)fields.Int32();
                    break;
                case 2:
                    type.Shape = Shape(fields.Message());
                    break;
                default:
                    throw fields.Refuse(OnnxRefusalReason.Unsupported, $"a tensor's type has a field {field}");
            }
        }

        if (!type.ElementType.IsKnown() && type.ElementType != OnnxDataType.Undefined)
        {
            throw fields.Refuse(OnnxRefusalReason.Unsupported, $"element type {(int)type.ElementType} is outside the subset");
        }
    }

    private static List<OnnxDimension> Shape(WireReader fields)
    {
        var session = fields.Session;
        session.Memory.Take(OnnxMemory.Array, fields.Start);
        var shape = new List<OnnxDimension>();
        var elements = 1L;
        while (fields.Next() is var field and > 0)
        {
            if (field != 1)
            {
                throw fields.Refuse(OnnxRefusalReason.Unsupported, $"a shape has a field {field}");
            }

            session.Memory.Take(OnnxMemory.Reference * 4, fields.Start);
            shape.Add(Dimension(fields.NextMessage()));
            elements = TensorShape.Multiply(ref fields, elements, shape[^1].Size ?? 1, shape.Count);
        }

        return shape;
    }

    private static OnnxDimension Dimension(WireReader fields)
    {
        var limit = fields.Session.Limits.NameBytes;
        var dimension = new OnnxDimension(null);
        while (fields.Next() is var field and > 0)
        {
            dimension = field switch
            {
                1 => dimension with { Size = fields.Int64() },
                2 => dimension with { Symbol = fields.Text(limit) },
                3 => dimension with { Denotation = fields.Text(limit) },
                _ => throw fields.Refuse(OnnxRefusalReason.Unsupported, $"a dimension has a field {field}"),
            };
        }

        return dimension.Size is null || dimension.Symbol.Length == 0
            ? dimension
            : throw fields.Refuse(OnnxRefusalReason.Duplicate, "a dimension has both a size and a symbol");
    }
}
