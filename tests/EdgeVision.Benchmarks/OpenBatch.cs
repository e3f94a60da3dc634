using System.Buffers.Binary;
using EdgeVision.Inference.Onnx;

namespace EdgeVision.Benchmarks;

/// <summary>Leaves open how many pictures a detector takes at once.</summary>
internal static class OpenBatch
{
    /// <summary>The model with its first dimension open wherever it says 1.</summary>
    internal static byte[] Of(ReadOnlyMemory<byte> file)
    {
        var model = OnnxReader.Read(file);
        var graph = model.Graph;
        foreach (var value in graph.Inputs.Concat(graph.Outputs))
        {
            var shape = value.Type!.Shape!;
            value.Type.Shape = [new OnnxDimension(null, "batch"), .. shape.Skip(1)];
        }

        graph.ValueInfos.Clear();
        var shapes = graph.Nodes.Where(static node => node.OpType == "Reshape").Select(static node => node.Inputs[1]).ToHashSet();
        foreach (var shape in graph.Initializers.Where(tensor => shapes.Contains(tensor.Name)))
        {
            // To Reshape a 0 is the size that the input has there.
            var sizes = shape.ToRaw().ToArray();
            if (BinaryPrimitives.ReadInt64LittleEndian(sizes) == 1)
            {
                BinaryPrimitives.WriteInt64LittleEndian(sizes, 0);
                shape.Storage = OnnxStorage.Raw;
                shape.Data = sizes;
            }
        }

        return OnnxWriter.Write(model);
    }
}
