using EdgeVision.Inference.Models;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Models;

/// <summary>The manifests in models/, and the real files they speak of.</summary>
public class ShippedManifestTests
{
    private static readonly ModelStore Store = new(new ModelFolders([Repository.PathOf("models")], [], Repository.PathOf("models", "none")));

    public static TheoryData<string> Names() => [.. Store.Manifests.Select(manifest => manifest.Name)];

    [Fact]
    public void Every_one_can_be_used()
    {
        Assert.Empty(Store.Broken);
        Assert.Equal(["fastestdet", "ultraface-rfb-320", "yolox-nano", "yunet-n", "yunet-s"], Store.Manifests.Select(manifest => manifest.Name));
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Its_hash_and_size_are_the_files(string name)
    {
        var manifest = Store.Find(name);
        var model = ModelVerification.Read(manifest, TestAssets.Need("models", manifest.File));
        Assert.Equal(manifest.Size, model.Bytes.Length);
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
