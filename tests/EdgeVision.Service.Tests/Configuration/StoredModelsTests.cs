using EdgeVision.Inference.Models;
using EdgeVision.Service.Configuration;
using EdgeVision.Testing;

namespace EdgeVision.Service.Tests.Configuration;

public class StoredModelsTests
{
    [Fact]
    public void AManifestWithoutItsFileIsKnownWithAWayToGetIt()
    {
        var model = new StoredModels(new ModelStore(new ModelFolders([Repository.PathOf("models")], [], "/nowhere"))).Find("fastestdet").Model!;

        Assert.Equal(("fastestdet", "fastestdet"), (model.Name, model.Reference));
        Assert.Equal(80, model.Labels.Count);
        if (model.FilePath is null)
        {
            Assert.Contains("fastestdet", model.Remedy, StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public void AModelFileIsFoundByNameAndByPath()
    {
        var path = TestAssets.Need("models", "yolox-nano-416.onnx");
        var models = new StoredModels(new ModelStore(new ModelFolders([Repository.PathOf("models")], [Path.GetDirectoryName(path)!], "/nowhere")));

        Assert.Equal(path, models.Find("yolox-nano").Model!.FilePath);
        var byPath = models.Find(path).Model!;
        Assert.Equal(("yolox-nano", path), (byPath.Name, byPath.Reference));
        Assert.Contains("person", byPath.Labels);
    }

    [Fact]
    public void WhatIsNoModelSaysWhy()
    {
        using var folder = new SecretFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "bad"));
        folder.Write("bad/model.yaml", "name: bad\nfil: x\n");
        var models = new StoredModels(new ModelStore(new ModelFolders([folder.Path], [], "/nowhere")));

        Assert.Equal(new CatalogAnswer(null), models.Find("none"));
        Assert.Contains("bad/model.yaml:2:1: fil: unknown key; did you mean 'file'?", models.Find("bad").Trouble, StringComparison.Ordinal);
        Assert.Contains("model.yaml", models.Find(Path.Combine(folder.Path, "none/model.yaml")).Trouble, StringComparison.Ordinal);
        Assert.NotNull(models.Find(folder.Write("x.onnx", "no model")).Trouble);
    }
}
