using System.Runtime.InteropServices;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Native.Tests.OnnxRuntime;

/// <summary>Models of one operator, with field numbers from onnx.proto (ModelProto, GraphProto, NodeProto, ValueInfoProto, TensorProto).</summary>
internal static class TinyModels
{
    /// <summary>sum = a + b, four floats each.</summary>
    public static byte[] Add { get; } = Build(
        Node("Add", ["a", "b"], ["sum"]), [Value("a", TensorElementType.Float32, 4), Value("b", TensorElementType.Float32, 4)],
        [Value("sum", TensorElementType.Float32, 4)]);

    /// <summary>y[rows,2] = x[rows,3] · [[1,2],[3,4],[5,6]], with "rows" left open.</summary>
    public static byte[] MatMul { get; } = Build(
        Node("MatMul", ["x", "w"], ["y"]), [Value("x", TensorElementType.Float32, "rows", 3)],
        [Value("y", TensorElementType.Float32, "rows", 2)], Floats("w", [3, 2], [1, 2, 3, 4, 5, 6]));

    /// <summary>The indices of x's elements that are not zero: as many as the data has.</summary>
    public static byte[] NonZero { get; } = Build(
        Node("NonZero", ["x"], ["indices"]), [Value("x", TensorElementType.Float32, 6)],
        [Value("indices", TensorElementType.Int64, 1, "found")]);

    /// <summary>y = the bytes of x as floats.</summary>
    public static byte[] CastBytes { get; } = Build(
        Node("Cast", ["x"], ["y"], new ProtoWriter().Text(1, "to").Number(3, 1).Number(20, 2)),
        [Value("x", TensorElementType.UInt8, 3)], [Value("y", TensorElementType.Float32, 3)]);

    /// <summary>y = -x for one number without dimensions.</summary>
    public static byte[] NegateScalar { get; } = Build(
        Node("Neg", ["x"], ["y"]), [Value("x", TensorElementType.Float64)], [Value("y", TensorElementType.Float64)]);

    private static byte[] Build(
        ProtoWriter node, IEnumerable<ProtoWriter> inputs, IEnumerable<ProtoWriter> outputs, params IEnumerable<ProtoWriter> weights)
    {
        var graph = new ProtoWriter().Message(1, node).Text(2, "tiny")
            .Each(weights, static (to, weight) => to.Message(5, weight))
            .Each(inputs, static (to, input) => to.Message(11, input))
            .Each(outputs, static (to, output) => to.Message(12, output));
        return new ProtoWriter().Number(1, 8).Text(2, "written by hand").Number(5, 7).Text(6, "one operator")
            .Message(7, graph)
            .Message(8, new ProtoWriter().Text(1, "").Number(2, 13))
            .Message(14, new ProtoWriter().Text(1, "names").Text(2, "person,größe"))
            .ToArray();
    }

    private static ProtoWriter Node(string operation, string[] inputs, string[] outputs, params ProtoWriter[] attributes) =>
        new ProtoWriter()
            .Each(inputs, static (to, name) => to.Text(1, name))
            .Each(outputs, static (to, name) => to.Text(2, name))
            .Text(4, operation)
            .Each(attributes, static (to, attribute) => to.Message(5, attribute));

    private static ProtoWriter Value(string name, TensorElementType type, params object[] dimensions)
    {
        var shape = new ProtoWriter().Each(dimensions, static (to, size) => to.Message(
            1, size is int number ? new ProtoWriter().Number(1, number) : new ProtoWriter().Text(2, (string)size)));
        var tensor = new ProtoWriter().Number(1, (int)type).Message(2, shape);
        return new ProtoWriter().Text(1, name).Message(2, new ProtoWriter().Message(1, tensor));
    }

    private static ProtoWriter Floats(string name, int[] shape, float[] values) =>
        new ProtoWriter()
            .Each(shape, static (to, size) => to.Number(1, size))
            .Number(2, 1).Text(8, name).Bytes(9, MemoryMarshal.AsBytes(values.AsSpan()));
}
