using EdgeVision.Inference.Models;
using EdgeVision.Service.Composition;

namespace EdgeVision.Service.Tests;

public sealed class DefaultModelTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("edgevision-default-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("street-s-int8", "street-s-int8 yolox-nano fastestdet street-m-int8 other")]
    [InlineData("yolox-nano", "yolox-nano fastestdet street-m-int8")]
    [InlineData("fastestdet", "fastestdet other")]
    public void The_shipped_model_goes_before_the_others_that_are_here(string expected, string here)
    {
        var store = Store("street-s-int8 yolox-nano fastestdet street-m-int8 other", here);
        Assert.Equal(expected, DefaultModel.Present(store));
        Assert.Equal(expected, DefaultModel.Name(store));
    }

    [Fact]
    public void Without_any_file_the_best_that_is_known_is_named_and_one_with_a_source_fetched()
    {
        var store = Store("yolox-nano fastestdet other", "");
        Assert.Null(DefaultModel.Present(store));
        Assert.Equal("yolox-nano", DefaultModel.Name(store));
        Assert.Equal("fastestdet", DefaultModel.Fetchable(store));
        Assert.Equal("street-s-int8", DefaultModel.Name(Store("street-s-int8 yolox-nano", "")));
    }

    [Fact]
    public void A_file_of_another_size_is_not_it() =>
        Assert.Equal("fastestdet", DefaultModel.Name(Store("street-s-int8 fastestdet", "street-s-int8 fastestdet", damaged: "street-s-int8")));

    private ModelStore Store(string known, string here, string? damaged = null)
    {
        var folder = Path.Combine(_root, Path.GetRandomFileName());
        foreach (var name in known.Split(' '))
        {
            var home = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
            File.WriteAllText(Path.Combine(home, "labels.txt"), "person\ncar\n");
            File.WriteAllText(Path.Combine(home, "model.yaml"), $$"""
                name: {{name}}
                file: {{name}}.onnx
                sha256: {{new string('a', 64)}}
                size: 5
                {{(name == "fastestdet" ? "source: https://example.org/fastestdet.onnx" : "")}}
                licence: MIT
                precision: int8
                input: {name: in, size: 320x192, color: bgr, resize: letterbox}
                decoder: {layout: anchor_free_grid, strides: [8, 16, 32], output: out}
                labels: labels.txt
                """);
            if (here.Split(' ').Contains(name))
            {
                File.WriteAllBytes(Path.Combine(home, $"{name}.onnx"), new byte[name == damaged ? 4 : 5]);
            }
        }

        return new ModelStore(new ModelFolders([folder], [], "/nowhere"));
    }
}
