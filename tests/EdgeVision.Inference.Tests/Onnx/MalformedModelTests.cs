using EdgeVision.Inference.Onnx;
using static EdgeVision.Inference.Onnx.OnnxRefusalReason;

namespace EdgeVision.Inference.Tests.Onnx;

/// <summary>Each malformed model is refused with its reason, in memory bounded by its size.</summary>
public class MalformedModelTests
{
    private static readonly byte[] Add = HandMade.Node("Add", ["a", "w"], ["sum"]);
    private static readonly byte[] Weights = HandMade.Floats("w", 4);

    private static readonly Dictionary<string, (OnnxRefusalReason Reason, Func<byte[]> Model)> Corpus = new()
    {
        ["no bytes"] = (Missing, () => []),
        ["no graph"] = (Missing, () => Wire.Number(1, 8)),
        ["no IR version"] = (Missing, () => Wire.Bytes(7, HandMade.Graph(Add, Weights))),
        ["length of 2^40"] = (Truncated, () => [.. Wire.Number(1, 8), 0x3a, .. Wire.Varint(1ul << 40)]),
        ["length of 2^64-1"] = (Truncated, () => [.. Wire.Number(1, 8), 0x3a, .. Wire.Varint(ulong.MaxValue)]),
        ["overlong number"] = (OnnxRefusalReason.Wire, () => [0x08, 0x88, 0x00]),
        ["number beyond 64 bits"] = (OnnxRefusalReason.Wire, () => [0x08, 255, 255, 255, 255, 255, 255, 255, 255, 255, 2]),
        ["number without end"] = (OnnxRefusalReason.Wire, () => [0x08, .. Enumerable.Repeat((byte)255, 40)]),
        ["group"] = (OnnxRefusalReason.Wire, () => [0x0b, 0x0c]),
        ["field 0"] = (OnnxRefusalReason.Wire, () => [0x00, 0x00]),
        ["graph as a number"] = (OnnxRefusalReason.Wire, () => [.. Wire.Number(1, 8), .. Wire.Number(7, 1)]),
        ["type of an element beyond 32 bits"] = (OnnxRefusalReason.Wire, () => HandMade.Add(Wire.Message(5, Wire.Text(8, "x"), Wire.Number(2, 1L << 32 | 1)))),
        ["second graph"] = (Duplicate, () => [.. HandMade.Add(), .. Wire.Bytes(7, HandMade.Graph(Add, Weights))]),
        ["nested 100,000 deep"] = (TooDeep, () => HandMade.Model(HandMade.Nested(33_334))),
        ["nested 100,000 deep in types"] = (TooDeep, () => HandMade.Add(Wire.Message(13, Wire.Text(1, "x"), Types(50_000)))),
        ["negative dimension"] = (Shape, () => HandMade.Add(HandMade.Tensor("x", [-1]))),
        ["negative declared dimension"] = (Shape, () => HandMade.Add(HandMade.Value(13, "x", -4))),
        ["giant dimension"] = (TooLarge, () => HandMade.Add(HandMade.Tensor("x", [1L << 62]))),
        ["giant product"] = (TooLarge, () => HandMade.Add(HandMade.Tensor("x", [1 << 20, 1 << 20, 1 << 20, 1 << 20]))),
        ["product that wraps to zero"] = (TooLarge, () => HandMade.Add(HandMade.Tensor("x", [1L << 32, 1L << 32]))),
        ["giants behind a zero"] = (TooLarge, () => HandMade.Add(HandMade.Tensor("x", [0, 1L << 62]))),
        ["giant declared shape"] = (TooLarge, () => HandMade.Add(HandMade.Value(13, "x", 1L << 40))),
        ["2 GB of floats without data"] = (Data, () => HandMade.Add(HandMade.Tensor("x", [500_000_000]))),
        ["fewer bytes than the shape"] = (Data, () => HandMade.Add(HandMade.Tensor("x", [4], Wire.Bytes(9, new byte[15])))),
        ["more bytes than the shape"] = (Data, () => HandMade.Add(HandMade.Tensor("x", [4], Wire.Bytes(9, new byte[17])))),
        ["floats in int64_data"] = (Data, () => HandMade.Add(HandMade.Tensor("x", [1], Wire.Bytes(7, [1])))),
        ["data twice"] = (Duplicate, () => HandMade.Add(HandMade.Tensor("x", [1], Wire.Bytes(9, new byte[4]), Wire.Bytes(4, new byte[4])))),
        ["40 dimensions"] = (TooMany, () => HandMade.Add(HandMade.Tensor("x", [.. Enumerable.Repeat(1L, 40)], Wire.Bytes(9, new byte[4])))),
        ["complex numbers"] = (Unsupported, () => HandMade.Add(Wire.Message(5, Wire.Text(8, "x"), Wire.Number(2, 14)))),
        ["duplicate initializer"] = (Duplicate, () => HandMade.Add(HandMade.Floats("w", 4))),
        ["duplicate input"] = (Duplicate, () => HandMade.Add(HandMade.Value(11, "a"))),
        ["value made twice"] = (Duplicate, () => HandMade.Add(HandMade.Node("Neg", ["a"], ["sum"]))),
        ["input made again"] = (Duplicate, () => HandMade.Add(HandMade.Node("Neg", ["w"], ["a"]))),
        ["dangling input"] = (Dangling, () => HandMade.Add(HandMade.Node("Neg", ["nobody"], ["x"]))),
        ["dangling output"] = (Dangling, () => HandMade.Add(HandMade.Value(12, "nobody"))),
        ["cycle of one"] = (Cycle, () => HandMade.Add(HandMade.Node("Neg", ["x"], ["x"]))),
        ["cycle of two"] = (Cycle, () => HandMade.Add(HandMade.Node("Neg", ["y"], ["x"]), HandMade.Node("Neg", ["x"], ["y"]))),
        ["cycle through a subgraph"] = (Cycle, () => HandMade.Add(HandMade.Node("If", ["a"], ["x"], Branch("x")))),
        ["dangling in a subgraph"] = (Dangling, () => HandMade.Add(HandMade.Node("If", ["a"], ["x"], Branch("nobody")))),
        ["strange domain"] = (Domain, () => HandMade.Add(HandMade.Node("Neg", ["a"], ["x"], Wire.Text(7, "org.example")))),
        ["domain not imported"] = (Domain, () => HandMade.Add(HandMade.Node("Gelu", ["a"], ["x"], Wire.Text(7, "com.microsoft")))),
        ["compiled binary"] = (Unsupported, () => HandMade.Add(HandMade.Node("EPContext", ["a"], ["x"], Wire.Text(7, "com.microsoft")))),
        ["node without operator"] = (Missing, () => HandMade.Add(Wire.Message(1, Wire.Text(1, "a")))),
        ["function"] = (Unsupported, () => [.. HandMade.Add(), .. Wire.Bytes(25, [])]),
        ["name that is not UTF-8"] = (OnnxRefusalReason.Text, () => HandMade.Add(Wire.Message(1, Wire.Bytes(3, [0xc3, 0x28])))),
        ["name of a megabyte"] = (TooLarge, () => HandMade.Add(HandMade.Node(new string('x', 1 << 20), ["a"], ["x"]))),
        ["description of 8 MB"] = (TooLarge, () => HandMade.Add(Wire.Text(10, new string('x', 8 << 20)))),
        ["a million empty nodes"] = (Missing, () => HandMade.Add([.. Enumerable.Repeat(Wire.Message(1), 1_000_000)])),
        ["100,000 tiny nodes"] = (TooLarge, () => HandMade.Add([.. Enumerable.Repeat(HandMade.Node("N", [], []), 100_000)])),
        ["a million tiny attributes"] = (TooMany, () => HandMade.Add(HandMade.Node("N", [], [], [.. Enumerable.Repeat(Tiny(), 1_000_000)]))),
        ["a million unknown fields"] = (TooLarge, () => HandMade.Add([.. Enumerable.Repeat(Wire.Number(99, 1), 1_000_000)])),
        ["5,000 metadata entries"] = (TooMany, () => [.. HandMade.Add(), .. Enumerable.Repeat(Wire.Message(14), 5_000).SelectMany(entry => entry)]),
        ["external data"] = (ExternalData, () => HandMade.Model(HandMade.Graph(Add, HandMade.External("weights.bin")))),
        ["attribute that holds two things"] = (Duplicate, () => HandMade.Add(HandMade.Node("N", [], [], Wire.Message(5, Wire.Text(1, "x"), Wire.Number(3, 1), Wire.Bytes(4, [1]))))),
        ["attribute that lies"] = (OnnxRefusalReason.Wire, () => HandMade.Add(HandMade.Node("N", [], [], Wire.Message(5, Wire.Text(1, "x"), Wire.Number(3, 1), Wire.Number(20, 1))))),
    };

    public static TheoryData<string> Names => [.. Corpus.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_refused_with_its_reason(string name)
    {
        var model = Corpus[name].Model();
        OnnxReader.Check(HandMade.Add());
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refusal = OnnxReader.Check(model);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(refusal is not null, $"{name} is let through");
        Assert.True(refusal.Reason == Corpus[name].Reason, $"{name}: {refusal.Reason} {refusal}");
        Assert.InRange(allocated, 0, (10L * model.Length) + (1 << 20));
        Assert.InRange(refusal.Offset, 0, model.Length);
    }

    [Fact]
    public void What_they_are_made_from_is_let_through()
    {
        Assert.Null(OnnxReader.Check(HandMade.Add()));
        Assert.Null(OnnxReader.Check(HandMade.Add(HandMade.Node("If", ["a"], ["x"], Branch("sum")))));
        Assert.Null(OnnxReader.Check(HandMade.Add(HandMade.Node("N", [], [], Tiny()))));
    }

    [Fact]
    public void Every_cut_is_refused()
    {
        var model = HandMade.Add();
        var graphEnds = Wire.Join(Wire.Number(1, 8), Wire.Bytes(7, HandMade.Graph(Add, Weights))).Length;
        for (var length = 0; length < model.Length; length++)
        {
            // Cut right behind the graph it lacks its operator set, which is noticed too.
            var refusal = OnnxReader.Check(model.AsMemory(0, length));
            Assert.NotNull(refusal);
            Assert.Equal(length == graphEnds ? Domain : length is 0 or 2 ? Missing : Truncated, refusal.Reason);
        }
    }

    [Fact]
    public void The_refusal_names_the_place()
    {
        var refusal = OnnxReader.Check(HandMade.Add(HandMade.Node("Conv", ["nobody"], ["x"], Wire.Text(3, "backbone.0\n"))));
        Assert.Equal("graph, node 1 Conv 'backbone.0?'", refusal!.Place);
        Assert.Contains("'nobody'", refusal.What, StringComparison.Ordinal);
        Assert.Equal("graph, initializer 1 'x'", OnnxReader.Check(HandMade.Add(HandMade.Tensor("x", [4])))!.Place);
    }

    private static byte[] Tiny() => Wire.Message(5, Wire.Text(1, "x"), Wire.Number(20, 2));

    private static byte[] Branch(string reads) => Wire.Message(
        5, Wire.Text(1, "then_branch"), Wire.Number(20, 5), Wire.Message(6, HandMade.Node("Neg", [reads], ["inner"]), Wire.Message(12, Wire.Text(1, "inner"))));

    private static byte[] Types(int levels)
    {
        var reversed = new List<byte>();
        for (var level = 0; level < levels; level++)
        {
            foreach (var tag in (byte[])[0x0a, 0x22])
            {
                reversed.AddRange(Wire.Varint((ulong)reversed.Count).Reverse());
                reversed.Add(tag);
            }
        }

        reversed.Reverse();
        return Wire.Bytes(2, [.. reversed]);
    }
}
