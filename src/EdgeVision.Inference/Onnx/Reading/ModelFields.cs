using EdgeVision.Inference.Onnx.Wire;

namespace EdgeVision.Inference.Onnx.Reading;

/// <summary>ModelProto and its small parts.</summary>
internal static class ModelFields
{
    public static OnnxModel Read(ReadSession session)
    {
        var model = new OnnxModel();
        var fields = new WireReader(session);
        var hasGraph = false;
        while (fields.Next() is var field and > 0)
        {
            switch (field)
            {
                case 7:
                    GraphFields.Read(fields.Message(), model.Graph, "graph", -1);
                    hasGraph = true;
                    break;
                case 8:
                    model.Opsets.Add(Opset(fields.NextMessage()));
                    break;
                case 14:
                    model.Metadata.Add(Entry(fields.NextMessage()));
                    break;
                case 20 or 25:
                    throw fields.Refuse(OnnxRefusalReason.Unsupported, field == 20 ? "training is outside the subset" : "functions are outside the subset: export the model with them inlined");
                default:
                    Single(ref fields, field, model);
                    break;
            }
        }

        Complete(session, model, hasGraph);
        return model;
    }

    /// <summary>StringStringEntryProto.</summary>
    public static KeyValuePair<string, string> Entry(WireReader fields)
    {
        var session = fields.Session;
        session.Entries.Add(fields.Start);
        session.Memory.Take(OnnxMemory.Reference * 2, fields.Start);
        var (key, value) = ("", "");
        while (fields.Next() is var field and > 0)
        {
            switch (field)
            {
                case 1:
                    key = fields.Text(session.Limits.NameBytes);
                    break;
                case 2:
                    value = fields.Text(session.Limits.TextBytes);
                    break;
                default:
                    throw fields.Refuse(OnnxRefusalReason.Unsupported, $"an entry of key and value has a field {field}");
            }
        }

        return new(key, value);
    }

    private static void Single(ref WireReader fields, int field, OnnxModel model)
    {
        var limits = fields.Session.Limits;
        switch (field)
        {
            case 1:
                model.IrVersion = fields.Int64();
                break;
            case 2:
                model.ProducerName = fields.Text(limits.TextBytes);
                break;
            case 3:
                model.ProducerVersion = fields.Text(limits.TextBytes);
                break;
            case 4:
                model.Domain = fields.Text(limits.TextBytes);
                break;
            case 5:
                model.Version = fields.Int64();
                break;
            case 6:
                model.Description = fields.Text(limits.TextBytes);
                break;
            default:
                model.Keep(fields.Rest());
                break;
        }
    }

    private static OnnxOpset Opset(WireReader fields)
    {
        var session = fields.Session;
        session.Entries.Add(fields.Start);
        session.Memory.Take(OnnxMemory.Reference * 3, fields.Start);
        var (domain, version) = ("", 0L);
        while (fields.Next() is var field and > 0)
        {
            switch (field)
            {
                case 1:
                    domain = fields.Text(session.Limits.NameBytes);
                    break;
                case 2:
                    version = fields.Int64();
                    break;
                default:
                    throw fields.Refuse(OnnxRefusalReason.Unsupported, $"an operator set has a field {field}");
            }
        }

        return new OnnxOpset(domain, version);
    }

    private static void Complete(ReadSession session, OnnxModel model, bool hasGraph)
    {
        if (!hasGraph)
        {
            throw session.Refuse(OnnxRefusalReason.Missing, session.File.Length, "it has no graph");
        }

        if (model.IrVersion < 1)
        {
            throw session.Refuse(OnnxRefusalReason.Missing, session.File.Length, "it names no IR version");
        }
    }
}
