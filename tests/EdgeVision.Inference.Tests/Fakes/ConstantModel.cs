using System.Runtime.InteropServices;
using System.Text;

namespace EdgeVision.Inference.Tests.Fakes;

/// <summary>An ONNX file that gives the same outputs for every picture. Field numbers from onnx.proto.</summary>
internal static class ConstantModel
{
    /// <summary>TensorProto's number.</summary>
    public const int Float32 = 1;

    /// <summary>TensorProto's number.</summary>
    public const int UInt8 = 2;

    /// <param name="inputShape">Of the input "picture", uint8.</param>
    /// <param name="outputs">Name, shape and elements of each.</param>
    public static byte[] Build(int[] inputShape, params (string Name, int[] Shape, float[] Values)[] outputs) =>
        Build("picture", UInt8, inputShape, outputs);

    /// <param name="input">Name of the input.</param>
    /// <param name="inputType"><see cref="Float32"/> or <see cref="UInt8"/>.</param>
    /// <param name="inputShape">Of the input.</param>
    /// <param name="outputs">Name, shape and elements of each.</param>
    public static byte[] Build(string input, int inputType, int[] inputShape, params (string Name, int[] Shape, float[] Values)[] outputs)
    {
        byte[] graph =
        [
            .. outputs.SelectMany(output => Field(1, Node(output.Name, output.Shape, output.Values))),
            .. Text(2, "constant"),
            .. Field(11, Value(input, inputType, inputShape)),
            .. outputs.SelectMany(output => Field(12, Value(output.Name, Float32, output.Shape))),
        ];
        return [.. Number(1, 8), .. Field(7, graph), .. Field(8, [.. Text(1, ""), .. Number(2, 13)])];
    }

    private static byte[] Node(string name, int[] shape, float[] values)
    {
        byte[] tensor =
        [
            .. shape.SelectMany(size => Number(1, size)), .. Number(2, Float32), .. Field(9, MemoryMarshal.AsBytes(values.AsSpan()).ToArray()),
        ];
        return [.. Text(2, name), .. Text(4, "Constant"), .. Field(5, [.. Text(1, "value"), .. Field(5, tensor), .. Number(20, 4)])];
    }

    private static byte[] Value(string name, int type, int[] shape)
    {
        byte[] dimensions = [.. shape.SelectMany(size => Field(1, Number(1, size)))];
        return [.. Text(1, name), .. Field(2, Field(1, [.. Number(1, type), .. Field(2, dimensions)]))];
    }

    private static byte[] Text(int field, string text) => Field(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Field(int field, byte[] content) => [.. Varint(((uint)field << 3) | 2), .. Varint((uint)content.Length), .. content];

    private static byte[] Number(int field, int value) => [.. Varint((uint)field << 3), .. Varint((uint)value)];

    private static IEnumerable<byte> Varint(uint value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            yield return (byte)(value | 0x80);
        }

        yield return (byte)value;
    }
}
