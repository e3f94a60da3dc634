using EdgeVision.Inference.Models;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Models;

/// <summary>The manifests in models/, and the real files they speak of.</summary>
public class ShippedManifestTests
{
    private static readonly ModelStore Store = new(new ModelFolders([Repository.PathOf("models")], [], Repository.PathOf("models", "none")));

    // Official files that the assets folder does not hold; OfficialLayoutTests opens models of their shapes.
    private static readonly string[] OnlySomewhereElse =
        ["nanodet-2022nov", "nanodet-2022nov-int8", "ssd-mobilenet-v1-int8", "yunet-2023mar", "yunet-2023mar-int8"];

    // In the repository with their files.
    private static readonly string[] Street = [.. new[] { "street-m-int8", "street-s", "street-s-int8" }.Where(name => File.Exists(Repository.PathOf("models", name, "model.yaml")))];

    public static TheoryData<string> Names() => [.. Store.Manifests.Select(manifest => manifest.Name).Except(OnlySomewhereElse)];

    [Fact]
    public void Every_one_can_be_used()
    {
        Assert.Empty(Store.Broken);
        string[] here = ["fastestdet", "ultraface-rfb-320", "yolox-nano", "yunet-n", "yunet-s"];
        Assert.Equal(here.Concat(OnlySomewhereElse).Concat(Street).Order(StringComparer.Ordinal), Store.Manifests.Select(manifest => manifest.Name));
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Its_hash_and_size_are_the_files(string name)
    {
        var manifest = Store.Find(name);
        var model = ModelVerification.Read(manifest, Store.Locate(manifest) ?? TestAssets.Need("models", manifest.File));
        Assert.Equal(manifest.Size, model.Bytes.Length);
    }

    [SkippableFact]
    public void Those_of_the_repository_are_small_quantized_and_described()
    {
        ShippedModel.Need();
        foreach (var manifest in Street.Select(Store.Find))
        {
            Assert.Equal(Path.Combine(manifest.Folder, manifest.File), Store.Locate(manifest));
            Assert.Equal(["person", "bicycle", "car", "motorcycle", "bus", "truck"], manifest.Classes.Names);
            // The float model is there to quantize it again; nobody runs it on a small device.
            if (manifest.Name == "street-s")
            {
                continue;
            }

            Assert.InRange(manifest.Size, 1, 2 << 20);
            Assert.Equal(ModelPrecision.Int8, manifest.Precision);
            Assert.True(File.Exists(Path.Combine(manifest.Folder, "CARD.md")), $"{manifest.Name} has no CARD.md");
        }
    }

    [Fact]
    public void Every_one_that_is_only_somewhere_else_can_be_fetched() =>
        Assert.All(OnlySomewhereElse, name => Assert.StartsWith("https://", Store.Find(name).Source, StringComparison.Ordinal));

    [Fact]
    public void The_labels_with_gaps_are_the_others_at_cocos_numbers()
    {
        var names = Store.Find("ssd-mobilenet-v1-int8").Classes.Names;
        Assert.Equal(90, names.Count);
        Assert.Equal(Store.Find("fastestdet").Classes.Names, names.Where(name => !name.StartsWith("unused-", StringComparison.Ordinal)));

        // COCO's own ids from 1, as its annotations have them.
        int[] some = [1, 13, 27, 46, 70, 90];
        Assert.Equal(["person", "stop sign", "backpack", "wine glass", "toilet", "toothbrush"], some.Select(id => names[id - 1]));
    }

    [SkippableFact]
    public void The_coco_labels_are_the_darknet_ones_in_the_same_order_under_cocos_names()
    {
        var darknet = File.ReadAllLines(TestAssets.Need("models", "coco-darknet.names"));
        var renamed = new Dictionary<string, string>
        {
            ["motorbike"] = "motorcycle",
            ["aeroplane"] = "airplane",
            ["sofa"] = "couch",
            ["pottedplant"] = "potted plant",
            ["diningtable"] = "dining table",
            ["tvmonitor"] = "tv",
        };
        Assert.Equal(darknet.Select(name => renamed.GetValueOrDefault(name, name)), Store.Find("fastestdet").Classes.Names);
        Assert.Equal(Store.Find("fastestdet").Classes.Names, Store.Find("yolox-nano").Classes.Names);
    }
}
