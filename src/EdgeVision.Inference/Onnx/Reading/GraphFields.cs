using EdgeVision.Inference.Onnx.Wire;

namespace EdgeVision.Inference.Onnx.Reading;

/// <summary>GraphProto.</summary>
internal static class GraphFields
{
    public static void Read(WireReader fields, OnnxGraph graph, string kind, int index)
    {
        var session = fields.Session;
        session.Memory.Take(OnnxMemory.Object + (OnnxMemory.Array * 5), fields.Start);
        session.Enter(kind, index, graph);
        while (fields.Next() is var field and > 0)
        {
            switch (field)
            {
                case 1:
                    graph.Nodes.Add(NodeFields.Read(fields.NextMessage(), graph.Nodes.Count));
                    break;
                case 2:
                    graph.Name = fields.Text(session.Limits.TextBytes);
                    break;
                case 5:
                    graph.Initializers.Add(TensorFields.Read(fields.NextMessage(), "initializer", graph.Initializers.Count));
                    break;
                case 10:
                    graph.Description = fields.Text(session.Limits.TextBytes);
                    break;
                case 11:
                    graph.Inputs.Add(ValueFields.Read(fields.NextMessage(), "input", graph.Inputs.Count));
                    break;
                case 12:
                    graph.Outputs.Add(ValueFields.Read(fields.NextMessage(), "output", graph.Outputs.Count));
                    break;
                case 13:
                    graph.ValueInfos.Add(ValueFields.Read(fields.NextMessage(), "value info", graph.ValueInfos.Count));
                    break;
                case 15:
                    throw fields.Refuse(OnnxRefusalReason.Unsupported, "sparse initializers are outside the subset");
                default:
                    graph.Keep(fields.Rest());
                    break;
            }
        }

        session.Leave();
    }
}
