using System.Runtime.InteropServices;
using EdgeVision.Inference.Onnx.Wire;

namespace EdgeVision.Inference.Onnx.Reading;

/// <summary>AttributeProto.</summary>
internal static class AttributeFields
{
    public static OnnxAttribute Read(WireReader fields, int index)
    {
        var session = fields.Session;
        session.Attributes.Add(fields.Start);
        session.Memory.Take(OnnxMemory.Object, fields.Start);
        var attribute = new OnnxAttribute();
        session.Enter("attribute", index, attribute);
        var holds = OnnxAttributeType.Undefined;
        while (fields.Next() is var field and > 0)
        {
            var type = TypeOf(field);
            if (type == OnnxAttributeType.Undefined)
            {
                Other(ref fields, field, attribute);
                continue;
            }

            if (holds != OnnxAttributeType.Undefined && holds != type)
            {
                throw fields.Refuse(OnnxRefusalReason.Duplicate, $"it holds both {holds} and {type}");
            }

            holds = type;
            Value(ref fields, type, attribute);
        }

        Complete(ref fields, attribute, holds);
        session.Leave();
        return attribute;
    }

    private static OnnxAttributeType TypeOf(int field) => field switch
    {
        2 => OnnxAttributeType.Number,
        3 => OnnxAttributeType.Integer,
        4 => OnnxAttributeType.Text,
        5 => OnnxAttributeType.Tensor,
        6 => OnnxAttributeType.Graph,
        7 => OnnxAttributeType.Numbers,
        8 => OnnxAttributeType.Integers,
        9 => OnnxAttributeType.Texts,
        10 => OnnxAttributeType.Tensors,
        11 => OnnxAttributeType.Graphs,
        _ => OnnxAttributeType.Undefined,
    };

    private static void Value(ref WireReader fields, OnnxAttributeType type, OnnxAttribute attribute)
    {
        var session = fields.Session;
        switch (type)
        {
            case OnnxAttributeType.Number:
                attribute.Number = fields.Float32();
                break;
            case OnnxAttributeType.Integer:
                attribute.Integer = fields.Int64();
                break;
            case OnnxAttributeType.Numbers:
                attribute.Numbers = fields.Numbers(WireType.Fixed32) is { } floats ? Floats(ref fields, floats.Span) : attribute.Numbers;
                break;
            case OnnxAttributeType.Integers:
                attribute.Integers = fields.Numbers(WireType.Varint) is { } longs ? Integers(ref fields, longs.Span, session.Limits.EntriesPerAttribute) : attribute.Integers;
                break;
            case OnnxAttributeType.Text or OnnxAttributeType.Texts:
                var text = type == OnnxAttributeType.Text ? fields.Bytes(session.Limits.TextBytes) : fields.NextBytes(session.Limits.TextBytes);
                attribute.Texts = Grown(ref fields, attribute.Texts, text);
                break;
            case OnnxAttributeType.Tensor or OnnxAttributeType.Tensors:
                var tensor = type == OnnxAttributeType.Tensor ? fields.Message() : fields.NextMessage();
                attribute.Tensors = Grown(ref fields, attribute.Tensors, TensorFields.Read(tensor, "tensor", attribute.Tensors.Count));
                break;
            default:
                var part = type == OnnxAttributeType.Graph ? fields.Message() : fields.NextMessage();
                var graph = new OnnxGraph();
                GraphFields.Read(part, graph, "subgraph", attribute.Graphs.Count);
                attribute.Graphs = Grown(ref fields, attribute.Graphs, graph);
                break;
        }
    }

    /// <summary>Decodes a packed payload of integers.</summary>
    public static long[] Integers(ref WireReader fields, ReadOnlySpan<byte> payload, int limit)
    {
        var count = Varint.Count(payload);
        if (count < 0 || count > limit)
        {
            throw count < 0
                ? fields.Refuse(OnnxRefusalReason.Wire, "a list of integers is cut off, overlong or beyond 64 bits")
                : fields.Refuse(OnnxRefusalReason.TooMany, $"a list has {count} integers, more than {limit}");
        }

        fields.Session.Memory.Take(OnnxMemory.Array + (sizeof(long) * (long)count), fields.Start);
        var values = new long[count];
        for (var index = 0; index < count; index++)
        {
            values[index] = (long)Varint.Take(ref payload);
        }

        return values;
    }

    private static float[] Floats(ref WireReader fields, ReadOnlySpan<byte> payload)
    {
        if (payload.Length % sizeof(float) != 0)
        {
            throw fields.Refuse(OnnxRefusalReason.Wire, $"a list of floats has {payload.Length} bytes");
        }

        if (payload.Length / sizeof(float) > fields.Session.Limits.EntriesPerAttribute)
        {
            throw fields.Refuse(OnnxRefusalReason.TooMany, $"a list has more than {fields.Session.Limits.EntriesPerAttribute} floats");
        }

        fields.Session.Memory.Take(OnnxMemory.Array + payload.Length, fields.Start);
        var values = new float[payload.Length / sizeof(float)];
        payload.CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static List<T> Grown<T>(ref WireReader fields, IReadOnlyList<T> list, T item)
    {
        fields.Session.Memory.Take(OnnxMemory.Array + (OnnxMemory.Reference * 2), fields.Start);
        var grown = list as List<T> ?? new List<T>(1);
        grown.Add(item);
        return grown.Count <= fields.Session.Limits.EntriesPerAttribute
            ? grown
            : throw fields.Refuse(OnnxRefusalReason.TooMany, $"a list has more than {fields.Session.Limits.EntriesPerAttribute} entries");
    }

    private static void Other(ref WireReader fields, int field, OnnxAttribute attribute)
    {
        var limits = fields.Session.Limits;
        switch (field)
        {
            case 1:
                attribute.Name = fields.Text(limits.NameBytes);
                break;
            case 13:
                attribute.Description = fields.Text(limits.TextBytes);
                break;
            case 20:
                attribute.Type = (OnnxAttributeType)fields.Int32();
                break;
            case 14 or 15 or 21 or 22 or 23:
                throw fields.Refuse(OnnxRefusalReason.Unsupported, "types, references and sparse tensors in attributes are outside the subset");
            default:
                attribute.Keep(fields.Rest());
                break;
        }
    }

    private static void Complete(ref WireReader fields, OnnxAttribute attribute, OnnxAttributeType holds)
    {
        if (attribute.Name.Length == 0)
        {
            throw fields.Refuse(OnnxRefusalReason.Missing, "it has no name");
        }

        if (attribute.Type is <= OnnxAttributeType.Undefined or > OnnxAttributeType.Graphs)
        {
            throw fields.Refuse(OnnxRefusalReason.Unsupported, $"its type is {(int)attribute.Type}");
        }

        if (holds != attribute.Type && holds != OnnxAttributeType.Undefined)
        {
            throw fields.Refuse(OnnxRefusalReason.Wire, $"it says {attribute.Type} and holds {holds}");
        }

        if (attribute.Type is OnnxAttributeType.Tensor or OnnxAttributeType.Graph && holds == OnnxAttributeType.Undefined)
        {
            throw fields.Refuse(OnnxRefusalReason.Missing, $"it says {attribute.Type} and holds nothing");
        }
    }
}
