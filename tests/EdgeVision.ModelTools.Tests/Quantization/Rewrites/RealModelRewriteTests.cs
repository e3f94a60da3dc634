using EdgeVision.Inference.Onnx;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Quantization.Rewrites;

public sealed class RealModelRewriteTests
{
    [SkippableTheory]
    [InlineData("yolox-nano-416.onnx", "slices before the first layer became SpaceToDepth", "nearest-neighbour doubling became Concat (2 times)")]
    [InlineData("fastestdet-352.onnx", "first layer of stride 2 became SpaceToDepth and stride 1", "nearest-neighbour doubling became Concat")]
    [InlineData("yunet-s-320.onnx", "first layer of stride 2 became SpaceToDepth and stride 1", "nearest-neighbour doubling became Concat (2 times)")]
    public void A_rewritten_model_computes_what_it_did(string file, params string[] done) =>
        Assert.Equal(done, Rewritten.Of(OnnxReader.ReadFile(TestAssets.Need("models", file)), 2e-4).Done);
}
