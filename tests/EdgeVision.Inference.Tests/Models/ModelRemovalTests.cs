using EdgeVision.Core.Faults;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Tests.Fakes;

namespace EdgeVision.Inference.Tests.Models;

public sealed class ModelRemovalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public ModelRemovalTests()
    {
        _folder.Write("models/tiny/model.yaml", Manifests.Text);
        _folder.Write("models/tiny/labels.txt", "person\ncar\n");
        _folder.Write("state-old/tiny.onnx", "0123456789");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_file_and_its_part_go_and_all_else_stays()
    {
        _folder.Write("state/tiny.onnx", "0123456789");
        _folder.Write("state/tiny.onnx.part", "0123");
        _folder.Write("state/other.onnx", "0");
        Assert.Equal([new(_folder["state/tiny.onnx"], 10), new(_folder["state/tiny.onnx.part"], 4)], Remove());
        Assert.Equal([_folder["state/other.onnx"]], Directory.EnumerateFiles(_folder["state"]));
        Assert.True(File.Exists(_folder["models/tiny/model.yaml"]));
    }

    [Fact]
    public void A_part_alone_goes_too()
    {
        _folder.Write("state/tiny.onnx.part", "0123");
        Assert.Equal([new(_folder["state/tiny.onnx.part"], 4)], Remove());
    }

    [Fact]
    public void A_model_made_in_the_state_folder_loses_its_file_but_not_its_manifest()
    {
        Directory.Move(_folder["models"], _folder["state"]);
        _folder.Write("state/tiny/tiny.onnx", "0123456789");
        Assert.Equal([new(_folder["state/tiny/tiny.onnx"], 10)], Remove());
        Assert.True(File.Exists(_folder["state/tiny/model.yaml"]));
    }

    [Theory]
    [InlineData("assets/tiny.onnx")]
    [InlineData("models/tiny/tiny.onnx")]
    [InlineData("state-old/tiny.onnx")]
    public void A_file_that_is_not_in_the_state_folder_stays_with_a_reason(string path)
    {
        var file = _folder.Write(path, "0123456789");
        var fault = Assert.Throws<FaultException>(() => Remove(path.StartsWith("state-old", StringComparison.Ordinal) ? "state-old" : "assets")).Fault;
        Assert.Contains($"its file {file} is not in the state folder {_folder["state"]}", fault.What, StringComparison.Ordinal);
        Assert.True(File.Exists(file));
    }

    [Fact]
    public void With_nothing_to_remove_it_says_so() =>
        Assert.Contains("no file of it is on this machine", Assert.Throws<FaultException>(() => Remove()).Message, StringComparison.Ordinal);

    private IReadOnlyList<RemovedFile> Remove(string assets = "assets") => new ModelRemoval(
        new ModelStore(new ModelFolders([_folder["models"], _folder["state"]], [_folder[assets]], _folder["state"]))).Remove("tiny");
}
