using EdgeVision.Inference.Onnx;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Quantization.Preparation;

public sealed class RealModelTests
{
    [SkippableTheory]
    [InlineData("yolox-nano-416.onnx")]
    [InlineData("fastestdet-352.onnx")]
    [InlineData("yunet-s-320.onnx")]
    [InlineData("ultraface-rfb-320.onnx")]
    public void A_prepared_model_computes_what_it_did(string file)
    {
        var prepared = Prepared.Checked(OnnxReader.ReadFile(TestAssets.Need("models", file)));
        Assert.DoesNotContain(Prepared.Operators(prepared), static name => name is "BatchNormalization" or "Unsqueeze");
    }

    [SkippableFact]
    public void Open_sizes_are_fixed_and_what_follows_from_them_is_constant()
    {
        var shapes = new Dictionary<string, long[]> { ["input"] = [1, 3, 224, 352] };
        var prepared = Prepared.Checked(OnnxReader.ReadFile(TestAssets.Need("models", "yunet-n-dynamic.onnx")), shapes);
        Assert.DoesNotContain(Prepared.Operators(prepared), static name => name is "Gather" or "Unsqueeze" or "Concat");
        Assert.Equal([1L, 28 * 44, 1], prepared.Facts["cls_8"].Shape);
    }
}
