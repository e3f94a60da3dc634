using EdgeVision.Inference.Onnx.Wire;

namespace EdgeVision.Inference.Onnx.Reading;

/// <summary>NodeProto.</summary>
internal static class NodeFields
{
    public static OnnxNode Read(WireReader fields, int index)
    {
        var session = fields.Session;
        session.Nodes.Add(fields.Start);
        session.Memory.Take(OnnxMemory.Object, fields.Start);
        var node = new OnnxNode();
        session.Enter("node", index, node);
        List<string>? inputs = null;
        List<string>? outputs = null;
        List<OnnxAttribute>? attributes = null;
        while (fields.Next() is var field and > 0)
        {
            switch (field)
            {
                case 1:
                    Grown(ref inputs, fields).Add(fields.NextText(session.Limits.NameBytes));
                    break;
                case 2:
                    Grown(ref outputs, fields).Add(fields.NextText(session.Limits.NameBytes));
                    break;
                case 5:
                    Grown(ref attributes, fields).Add(AttributeFields.Read(fields.NextMessage(), attributes!.Count));
                    break;
                default:
                    Single(ref fields, field, node);
                    break;
            }
        }

        (node.Inputs, node.Outputs, node.Attributes) = (inputs ?? node.Inputs, outputs ?? node.Outputs, attributes ?? node.Attributes);
        Complete(ref fields, node);
        session.Leave();
        return node;
    }

    private static List<T> Grown<T>(ref List<T>? list, WireReader fields)
    {
        fields.Session.Memory.Take(list is null ? OnnxMemory.Array + OnnxMemory.Reference : OnnxMemory.Reference, fields.Start);
        list ??= new List<T>(1);
        return list.Count < fields.Session.Limits.EntriesPerNode
            ? list
            : throw fields.Refuse(OnnxRefusalReason.TooMany, $"it has more than {list.Count} inputs, outputs or attributes");
    }

    private static void Single(ref WireReader fields, int field, OnnxNode node)
    {
        var limits = fields.Session.Limits;
        switch (field)
        {
            case 3:
                node.Name = fields.Text(limits.NameBytes);
                break;
            case 4:
                node.OpType = fields.Text(limits.NameBytes);
                break;
            case 6:
                node.Description = fields.Text(limits.TextBytes);
                break;
            case 7:
                node.Domain = fields.Text(limits.NameBytes);
                break;
            default:
                node.Keep(fields.Rest());
                break;
        }
    }

    private static void Complete(ref WireReader fields, OnnxNode node)
    {
        if (node.OpType.Length == 0)
        {
            throw fields.Refuse(OnnxRefusalReason.Missing, "it names no operator");
        }

        if (!fields.Session.Limits.Domains.Contains(node.Domain))
        {
            throw fields.Refuse(OnnxRefusalReason.Domain, $"operators of '{PlaceStep.Shown(node.Domain)}' are not let through");
        }

        // Its attribute may name a compiled binary in another file.
        if (node.OpType == "EPContext")
        {
            throw fields.Refuse(OnnxRefusalReason.Unsupported, "compiled parts of one execution provider are outside the subset");
        }
    }
}
