using EdgeVision.Inference.Onnx;
using EdgeVision.Inference.Tests.Fakes;

namespace EdgeVision.Inference.Tests.Onnx;

/// <summary>Data outside the model are read only from a plain file beside it.</summary>
public sealed class ExternalDataTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plain_file_beside_the_model_becomes_part_of_it()
    {
        File.WriteAllBytes(_folder["weights.bin"], [.. Enumerable.Range(0, 32).Select(value => (byte)value)]);
        var model = OnnxReader.ReadFile(Save(HandMade.External("weights.bin", ("offset", "8"), ("length", "16"))));
        Assert.Equal([.. Enumerable.Range(8, 16).Select(value => (byte)value)], model.Graph.Initializers[0].Data.ToArray());
        Assert.Null(OnnxReader.Check(OnnxWriter.Write(model)));
    }

    [Theory]
    [InlineData("../weights.bin", "not the plain name")]
    [InlineData("/etc/passwd", "not the plain name")]
    [InlineData("inner/weights.bin", "not the plain name")]
    [InlineData("..", "not the plain name")]
    [InlineData("", "not the plain name")]
    [InlineData("nothing.bin", "not beside the model")]
    [InlineData("symbolic.bin", "a link")]
    [InlineData("hard.bin", "a link")]
    [InlineData("folder.bin", "a link")]
    public void Anything_else_is_refused(string location, string says)
    {
        File.WriteAllBytes(_folder["real.bin"], new byte[16]);
        File.CreateSymbolicLink(_folder["symbolic.bin"], _folder["real.bin"]);
        Link(_folder["real.bin"], _folder["hard.bin"]);
        Directory.CreateDirectory(_folder["folder.bin"]);
        Assert.Contains(says, Refusal(HandMade.External(location)).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("offset", "1", "not inside")]
    [InlineData("offset", "9223372036854775807", "not inside")]
    [InlineData("offset", "-1", "no number")]
    [InlineData("length", "17", "names 17")]
    [InlineData("length", "99999999999999999999", "no number")]
    [InlineData("location", "other.bin", "twice")]
    [InlineData("shape", "4", "unknown key")]
    public void Strange_entries_are_refused(string key, string value, string says)
    {
        File.WriteAllBytes(_folder["weights.bin"], new byte[16]);
        Assert.Contains(says, Refusal(HandMade.External("weights.bin", (key, value))).What, StringComparison.Ordinal);
    }

    private static void Link(string from, string to)
    {
        using var link = System.Diagnostics.Process.Start("ln", [from, to]);
        link.WaitForExit();
        Assert.Equal(0, link.ExitCode);
    }

    private OnnxRefusal Refusal(byte[] tensor)
    {
        var refusal = Assert.Throws<OnnxRefusedException>(() => OnnxReader.ReadFile(Save(tensor))).Refusal;
        Assert.Equal(OnnxRefusalReason.ExternalData, refusal.Reason);
        Assert.Equal("graph, initializer 0 'w'", refusal.Place);
        return refusal;
    }

    private string Save(byte[] tensor)
    {
        File.WriteAllBytes(_folder["model.onnx"], HandMade.Model(HandMade.Graph(HandMade.Node("Add", ["a", "w"], ["sum"]), tensor)));
        return _folder["model.onnx"];
    }
}
