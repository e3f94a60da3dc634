namespace EdgeVision.Inference.Tests.Onnx;

/// <summary>Small models by hand, with the field numbers of onnx.proto.</summary>
internal static class HandMade
{
    /// <summary>sum = a + w, four floats each.</summary>
    public static byte[] Add(params byte[][] more) => Model(Graph([Node("Add", ["a", "w"], ["sum"]), Floats("w", 4), .. more]));

    public static byte[] Model(byte[] graph, params byte[][] more) =>
        Wire.Join([Wire.Number(1, 8), Wire.Bytes(7, graph), Wire.Message(8, Wire.Text(1, ""), Wire.Number(2, 13)), .. more]);

    public static byte[] Graph(params byte[][] parts) => Wire.Join([.. parts, Value(11, "a"), Value(12, "sum")]);

    public static byte[] Node(string operation, string[] inputs, string[] outputs, params byte[][] more) => Wire.Message(
        1,
        [.. inputs.Select(name => Wire.Text(1, name)), .. outputs.Select(name => Wire.Text(2, name)), Wire.Text(4, operation), .. more]);

    public static byte[] Value(int field, string name, long size = 4) => Wire.Message(
        field, Wire.Text(1, name), Wire.Message(2, Wire.Message(1, Wire.Number(1, 1), Wire.Message(2, Wire.Message(1, Wire.Number(1, size))))));

    public static byte[] Floats(string name, int count) => Tensor(name, [count], Wire.Bytes(9, new byte[4 * count]));

    public static byte[] Tensor(string name, long[] sizes, params byte[][] more) => Wire.Message(
        5, [.. sizes.Select(size => Wire.Number(1, size)), Wire.Number(2, 1), Wire.Text(8, name), .. more]);

    /// <summary>An initializer whose data lie elsewhere.</summary>
    public static byte[] External(string location, params (string Key, string Value)[] more) => Tensor(
        "w", [4],
        [Wire.Number(14, 1), Entry("location", location), .. more.Select(entry => Entry(entry.Key, entry.Value))]);

    /// <summary>An attribute with a subgraph that has one node with such an attribute, and so on.</summary>
    public static byte[] Nested(int levels)
    {
        // From the inside out, by hand: joining 100,000 levels anew each time would take minutes.
        var reversed = new List<byte>();
        void Open(int field)
        {
            var size = Wire.Varint((ulong)reversed.Count);
            reversed.AddRange(size.Reverse());
            reversed.AddRange(Wire.Varint(((ulong)field << 3) | 2).Reverse());
        }

        for (var level = 0; level < levels; level++)
        {
            Open(6);
            Open(5);
            Open(1);
        }

        reversed.Reverse();
        return [.. reversed];
    }

    private static byte[] Entry(string key, string value) => Wire.Message(13, Wire.Text(1, key), Wire.Text(2, value));
}
