using EdgeVision.Core.Faults;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Models;

public sealed class ModelStoreTests : IDisposable
{
    private static readonly byte[] Content = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    private readonly TempFolder _folder = new();

    public ModelStoreTests()
    {
        WriteManifest("models/tiny");
        File.WriteAllBytes(_folder["models/tiny/tiny.onnx"], Content);
    }

    private ModelStore Store => new(new ModelFolders([_folder["models"], _folder["state"]], [_folder["assets"]], _folder["state"]));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_model_is_found_by_name_and_its_bytes_are_those_hashed()
    {
        var model = Store.Load("tiny");
        Assert.Equal(Content, model.Bytes.ToArray());
        Assert.Equal(_folder["models/tiny/tiny.onnx"], model.Path);
    }

    [Theory]
    [InlineData("assets")]
    [InlineData("state")]
    public void Its_file_may_lie_in_another_folder(string folder)
    {
        Directory.CreateDirectory(_folder[folder]);
        File.Move(_folder["models/tiny/tiny.onnx"], _folder[folder, "tiny.onnx"]);
        Assert.Equal(_folder[folder, "tiny.onnx"], Store.Load("tiny").Path);
    }

    [Fact]
    public void A_file_under_any_name_is_known_by_its_hash()
    {
        File.WriteAllBytes(_folder["other.onnx"], Content);
        Assert.Equal("tiny", Store.Load(_folder["other.onnx"]).Manifest.Name);
    }

    [Fact]
    public void An_unknown_file_takes_the_manifest_beside_it()
    {
        WriteManifest("own", "name: tiny", "name: own");
        File.WriteAllBytes(_folder["own/tiny.onnx"], Content);
        var empty = new ModelStore(new ModelFolders([], [], _folder["state"]));
        Assert.Equal("own", empty.Load(_folder["own/tiny.onnx"]).Manifest.Name);
        Assert.Equal("own", empty.Load(_folder["own"]).Manifest.Name);
        Assert.Equal("own", empty.Load(_folder["own/model.yaml"]).Manifest.Name);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 1 })]
    [InlineData(new byte[] { 0xff, 0xff, 0xff, 0xff })]
    public void A_file_that_is_no_onnx_is_told_with_its_hash_and_no_manifest_is_asked_for(byte[] content)
    {
        File.WriteAllBytes(_folder["lonely.onnx"], content);
        var fault = Refusal(_folder["lonely.onnx"], FaultCode.ModelUnreadable);
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), fault.What, StringComparison.Ordinal);
        Assert.Contains("is damaged, or no ONNX file", fault.What, StringComparison.Ordinal);
        Assert.Contains("export it again", fault.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("manifest", fault.ToString(), StringComparison.Ordinal);
        Assert.Empty(fault.Tail);
    }

    [Fact]
    public void Only_where_a_path_works_too_one_is_offered()
    {
        var store = new ModelStore(new ModelFolders([], [], _folder["state"]));
        Assert.Contains("a path to an .onnx file", Assert.Throws<FaultException>(() => store.Load("nowhere")).Fault.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("path", Assert.Throws<FaultException>(() => store.Find("nowhere")).Fault.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("own.yaml")]
    [InlineData("model.yaml")]
    public void An_unknown_file_may_share_its_folder_with_others_if_it_has_a_manifest_of_its_name(string manifest)
    {
        WriteManifest("own", "name: tiny", "name: own");
        File.Move(_folder["own/model.yaml"], _folder["own", manifest]);
        if (manifest != "model.yaml")
        {
            _folder.Write("own/model.yaml", "of: another file");
        }

        File.WriteAllBytes(_folder["own/own.onnx"], Content);
        var empty = new ModelStore(new ModelFolders([], [], _folder["state"]));
        Assert.Equal("own", empty.Load(_folder["own/own.onnx"]).Manifest.Name);
        Assert.Equal("own", empty.Describe(_folder["own/own.onnx"]).Name);
    }

    [SkippableTheory]
    [InlineData("yolox-nano-416.onnx", 80, "layout: anchor_free_grid")]
    [InlineData("fastestdet-352.onnx", 80, "layout: cell_grid")]
    [InlineData("ultraface-rfb-320.onnx", 2, "layout: decoded_corners")]
    public void A_file_without_a_manifest_comes_with_one_to_start_from(string file, int classes, string layout)
    {
        File.Copy(TestAssets.Need("models", file), _folder[file]);
        var empty = new ModelStore(new ModelFolders([], [], _folder["state"]));
        var fault = Assert.Throws<FaultException>(() => empty.Load(_folder[file])).Fault;
        Assert.Contains($"its outputs look like {layout}", fault.What, StringComparison.Ordinal);

        // With its labels, the text as it stands opens the model.
        _folder.Write("labels.txt", string.Join('\n', Enumerable.Range(0, classes)));
        _folder.Write(Path.ChangeExtension(file, ".yaml"), fault.Tail);
        var model = empty.Load(_folder[file]);
        Assert.Equal(classes, model.Manifest.Classes.Count);
        RealModels.Open(model).Dispose();
    }

    [Fact]
    public void Changed_bytes_and_a_cut_file_are_told_apart_from_a_missing_one()
    {
        File.WriteAllBytes(_folder["models/tiny/tiny.onnx"], [1, 2, 3, 4, 5, 6, 7, 8, 9, 11]);
        Assert.Contains("has SHA-256", Refusal("tiny", FaultCode.ModelMismatch).What, StringComparison.Ordinal);
        File.WriteAllBytes(_folder["models/tiny/tiny.onnx"], [1, 2, 3]);
        Assert.Contains("has 3 bytes, the manifest says 10", Refusal("tiny", FaultCode.ModelMismatch).What, StringComparison.Ordinal);
        File.Delete(_folder["models/tiny/tiny.onnx"]);
        Assert.Contains(_folder["assets", "tiny.onnx"], Refusal("tiny", FaultCode.ModelMissing).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_name_gets_a_hint()
    {
        Assert.Contains("did you mean 'tiny'?", Refusal("tinny", FaultCode.ModelMissing).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_manifest_leaves_the_others_alone()
    {
        _folder.Write("models/bad/model.yaml", "name: [");
        WriteManifest("models/misplaced");
        var store = Store;
        Assert.Equal(["tiny"], store.Manifests.Select(manifest => manifest.Name));
        Assert.Equal(["bad", "misplaced"], store.Broken.Keys);
        Assert.Contains("model.yaml:", Refusal("bad", FaultCode.ModelUnreadable).What, StringComparison.Ordinal);
    }

    private void WriteManifest(string folder, string line = "name: tiny", string replaced = "name: tiny")
    {
        var text = Manifests.Text.Replace(new string('0', 64), ModelVerification.Hash(Content), StringComparison.Ordinal);
        _folder.Write(Path.Combine(folder, "model.yaml"), text.Replace(line, replaced, StringComparison.Ordinal));
        _folder.Write(Path.Combine(folder, "labels.txt"), "person\ncar\n");
    }

    private Fault Refusal(string nameOrPath, FaultCode code)
    {
        var fault = Assert.Throws<FaultException>(() => Store.Load(nameOrPath)).Fault;
        Assert.Equal(code, fault.Code);
        return fault;
    }

    [Fact]
    public void A_folder_without_a_manifest_says_so()
    {
        Directory.CreateDirectory(_folder["bare"]);
        var fault = Assert.Throws<FaultException>(() => Store.Load(_folder["bare"])).Fault;
        Assert.Equal(FaultCode.ModelMissing, fault.Code);
        Assert.Contains("holds no model.yaml", fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bare_word_is_a_folder_of_this_place_only_where_no_model_has_that_name()
    {
        // The working folder is the process's own, so the folder gets a name that no other test can have.
        var name = $"bare-{Guid.NewGuid():n}";
        WriteManifest("beside", "name: tiny", $"name: {name}");
        Directory.CreateDirectory(name);
        try
        {
            foreach (var file in Directory.EnumerateFiles(_folder["beside"]))
            {
                File.Copy(file, Path.Combine(name, Path.GetFileName(file)));
            }

            File.WriteAllBytes(Path.Combine(name, "tiny.onnx"), Content);
            Assert.Equal(name, Store.Load(name).Manifest.Name);
            Assert.Equal(name, Store.Describe(name).Name);
            WriteManifest($"models/{name}", "name: tiny", $"name: {name}");
            Assert.Equal(_folder["models", name], Store.Describe(name).Folder);
        }
        finally
        {
            Directory.Delete(name, recursive: true);
        }
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused_unread()
    {
        using (var file = File.Create(_folder["huge.onnx"]))
        {
            file.SetLength((1L << 30) + 1);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("more than the 1073741824 allowed", Refusal(_folder["huge.onnx"], FaultCode.ModelUnreadable).What, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100 << 20);
    }
}
