using EdgeVision.Core.Detections;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Tests.Fakes;

namespace EdgeVision.Inference.Tests.Detecting;

/// <summary>A model that is no model, or not its manifest's, is told apart before any frame comes.</summary>
public class RefusedModelTests
{
    [SkippableTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public void Rubbish_is_unreadable(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        Assert.Equal(FaultCode.ModelUnreadable, Refusal(new VerifiedModel(Manifests.For(bytes), "rubbish.onnx", bytes)).Code);
    }

    [SkippableFact]
    public void A_cut_file_is_unreadable_and_the_library_says_why()
    {
        var model = RealModels.Need("fastestdet");
        var fault = Refusal(model with { Bytes = model.Bytes[..500_000] });
        Assert.Equal(FaultCode.ModelUnreadable, fault.Code);
        Assert.NotEmpty(fault.Tail);
    }

    [SkippableFact]
    public void Another_input_size_is_a_mismatch_that_names_both()
    {
        var fault = Mismatch(manifest => manifest with { Input = manifest.Input with { Size = new PictureSize(320, 320) } });
        Assert.Contains("images Float32[1,3,416,416]", fault.What, StringComparison.Ordinal);
        Assert.Contains("images Float32[1,3,320,320]", fault.What, StringComparison.Ordinal);
        Assert.Contains("output Float32[1,3549,85]", fault.What, StringComparison.Ordinal);
        Assert.Contains("output Float32[1,2100,85] (320x320, strides 8/16/32, 80 classes)", fault.What, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Other_labels_are_a_mismatch()
    {
        var fault = Mismatch(manifest => manifest with { Classes = new LabelSet(["person", "car"]) });
        Assert.Contains("output Float32[1,3549,7] (416x416, strides 8/16/32, 2 classes)", fault.What, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Other_names_and_types_are_a_mismatch()
    {
        var fault = Mismatch(manifest => manifest with { Input = manifest.Input with { Name = "picture" } });
        Assert.Contains("no input 'picture' but images Float32", fault.What, StringComparison.Ordinal);
        fault = Mismatch(manifest => manifest with { Decoder = new AnchorFreeGridOptions { Output = "boxes" } });
        Assert.Contains("no output 'boxes' but output Float32", fault.What, StringComparison.Ordinal);
        fault = Mismatch(manifest => manifest with { Input = manifest.Input with { Type = TensorElement.UInt8 } });
        Assert.Contains("the manifest says images UInt8[1,3,416,416]", fault.What, StringComparison.Ordinal);
        fault = Mismatch(manifest => manifest with { Input = manifest.Input with { Layout = TensorLayout.Nhwc } });
        Assert.Contains("the manifest says images Float32[1,416,416,3]", fault.What, StringComparison.Ordinal);
    }

    private static Fault Mismatch(Func<ModelManifest, ModelManifest> change)
    {
        var model = RealModels.Need("yolox-nano");
        var fault = Refusal(model with { Manifest = change(model.Manifest) });
        Assert.Equal(FaultCode.ModelMismatch, fault.Code);
        Assert.Contains(model.Manifest.Path, fault.Remedy, StringComparison.Ordinal);
        return fault;
    }

    private static Fault Refusal(VerifiedModel model) => Assert.Throws<FaultException>(() => RealModels.Open(model)).Fault;
}
