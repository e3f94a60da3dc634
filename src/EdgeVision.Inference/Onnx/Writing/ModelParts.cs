using EdgeVision.Inference.Onnx.Wire;

namespace EdgeVision.Inference.Onnx.Writing;

/// <summary>Writes ModelProto, GraphProto, NodeProto and AttributeProto.</summary>
internal static class ModelParts
{
    public static void Model(WireWriter to, OnnxModel model)
    {
        to.Int64(1, model.IrVersion);
        to.OptionalText(2, model.ProducerName);
        to.OptionalText(3, model.ProducerVersion);
        to.OptionalText(4, model.Domain);
        if (model.Version != 0)
        {
            to.Int64(5, model.Version);
        }

        to.OptionalText(6, model.Description);
        to.Message(7, model.Graph, Graph);
        Each(to, 8, model.Opsets, static (inner, opset) =>
        {
            inner.Text(1, opset.Domain);
            inner.Int64(2, opset.Version);
        });
        Each(to, 14, model.Metadata, static (inner, entry) =>
        {
            inner.Text(1, entry.Key);
            inner.Text(2, entry.Value);
        });
        to.Unknown(model);
    }

    private static void Each<T>(WireWriter to, int field, IEnumerable<T> parts, Action<WireWriter, T> write)
    {
        foreach (var part in parts)
        {
            to.Message(field, part, write);
        }
    }

    private static void Graph(WireWriter to, OnnxGraph graph)
    {
        Each(to, 1, graph.Nodes, Node);
        to.OptionalText(2, graph.Name);
        Each(to, 5, graph.Initializers, TensorPart.Tensor);
        to.OptionalText(10, graph.Description);
        Each(to, 11, graph.Inputs, ValueParts.Value);
        Each(to, 12, graph.Outputs, ValueParts.Value);
        Each(to, 13, graph.ValueInfos, ValueParts.Value);
        to.Unknown(graph);
    }

    private static void Node(WireWriter to, OnnxNode node)
    {
        foreach (var input in node.Inputs)
        {
            to.Text(1, input);
        }

        foreach (var output in node.Outputs)
        {
            to.Text(2, output);
        }

        to.OptionalText(3, node.Name);
        to.Text(4, node.OpType);
        Each(to, 5, node.Attributes, Attribute);
        to.OptionalText(6, node.Description);
        to.OptionalText(7, node.Domain);
        to.Unknown(node);
    }

    private static void Attribute(WireWriter to, OnnxAttribute attribute)
    {
        to.Text(1, attribute.Name);
        AttributeValue(to, attribute);
        to.OptionalText(13, attribute.Description);
        to.Int64(20, (long)attribute.Type);
        to.Unknown(attribute);
    }

    private static void AttributeValue(WireWriter to, OnnxAttribute attribute)
    {
        switch (attribute.Type)
        {
            case OnnxAttributeType.Number:
                to.Float32(2, attribute.Number);
                break;
            case OnnxAttributeType.Integer:
                to.Int64(3, attribute.Integer);
                break;
            case OnnxAttributeType.Numbers:
                foreach (var number in attribute.Numbers)
                {
                    to.Float32(7, number);
                }

                break;
            case OnnxAttributeType.Integers:
                foreach (var integer in attribute.Integers)
                {
                    to.Int64(8, integer);
                }

                break;
            case OnnxAttributeType.Text or OnnxAttributeType.Texts:
                foreach (var text in attribute.Texts)
                {
                    to.Bytes(attribute.Type == OnnxAttributeType.Text ? 4 : 9, text.Span);
                }

                break;
            case OnnxAttributeType.Tensor or OnnxAttributeType.Tensors:
                Each(to, attribute.Type == OnnxAttributeType.Tensor ? 5 : 10, attribute.Tensors, TensorPart.Tensor);
                break;
            default:
                Each(to, attribute.Type == OnnxAttributeType.Graph ? 6 : 11, attribute.Graphs, Graph);
                break;
        }
    }
}
