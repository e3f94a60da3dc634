using EdgeVision.Core.Detections;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Tests.Fakes;

namespace EdgeVision.Inference.Tests.Detecting;

/// <summary>From a picture through ONNX Runtime to boxes of the picture, with models whose outputs are fixed.</summary>
public class WholeLayoutTests
{
    // Letterboxed into 64 x 64 the picture takes the upper half.
    private static readonly PictureSize PictureSize = new(128, 64);

    [SkippableFact]
    public async Task Bytes_go_in_and_tensors_with_suppression_inside_come_out()
    {
        // Twice the same box: a model that suppresses has a reason for that.
        var found = await Detect(
            new EndToEndTensorsOptions { Rows = 3, CountOutput = "num_detections" },
            ("detection_boxes", [1, 3, 4], [0.125f, 0.25f, 0.375f, 0.5f, 0.125f, 0.25f, 0.375f, 0.5f, 0, 0, 1, 1]),
            ("detection_classes", [1, 3], [2, 2, 1]),
            ("detection_scores", [1, 3], [0.9f, 0.8f, 0.7f]),
            ("num_detections", [1], [2]));
        Assert.Equal([new Detection(new Box(0.25f, 0.25f, 0.25f, 0.5f), 1, 0.9f), new Detection(new Box(0.25f, 0.25f, 0.25f, 0.5f), 1, 0.8f)], found);
    }

    [SkippableFact]
    public async Task An_output_may_lack_the_batch()
    {
        var found = await Detect(new EndToEndOptions { Rows = 2, Output = "rows" }, ("rows", [2, 6], [16, 8, 32, 24, 0.9f, 1, 0, 0, 0, 0, 0, 0]));
        Assert.Equal([new Detection(new Box(0.25f, 0.25f, 0.25f, 0.5f), 1, 0.9f)], found);
    }

    [SkippableFact]
    public async Task Rows_without_suppression_inside_are_suppressed()
    {
        var found = await Detect(
            new DecodedRowsOptions { Rows = 2, Output = "rows" },
            ("rows", [1, 2, 7], [24, 16, 16, 16, 0.9f, 0, 1, 24, 16, 16, 16, 0.8f, 0, 1]));
        Assert.Equal([new Detection(new Box(0.25f, 0.25f, 0.25f, 0.5f), 1, 0.9f)], found);
    }

    [SkippableFact]
    public async Task A_set_prediction_finds_its_way_back_to_the_picture()
    {
        var found = await Detect(
            new SetPredictionOptions { Queries = 2, LogitsOutput = "logits", BoxesOutput = "boxes" },
            ("logits", [1, 2, 2], [-9, 0.5f, -9, -9]), ("boxes", [1, 2, 4], [0.375f, 0.25f, 0.25f, 0.25f, 0, 0, 1, 1]));
        var only = Assert.Single(found);
        Assert.Equal((new Box(0.25f, 0.25f, 0.25f, 0.5f), 1), (only.Box, only.ClassId));
    }

    [SkippableFact]
    public void A_wrong_layout_is_refused_with_both_sides_and_a_guess()
    {
        var fault = Assert.Throws<FaultException>(() => Open(
            new AnchorFreeGridOptions { Output = "rows" }, ("rows", [1, 6, 84], new float[6 * 84]))).Fault;
        Assert.Equal(FaultCode.ModelMismatch, fault.Code);
        Assert.Contains("rows Float32[1,6,84]", fault.What, StringComparison.Ordinal);
        Assert.Contains("rows Float32[1,84,7] (64x64, strides 8/16/32, 2 classes)", fault.What, StringComparison.Ordinal);
        Assert.Contains("its outputs look like layout: decoded_columns, columns: 84 (2 classes)", fault.Remedy, StringComparison.Ordinal);
    }

    private static async Task<Detection[]> Detect(DecoderOptions decoder, params (string Name, int[] Shape, float[] Values)[] outputs)
    {
        using var detector = Open(decoder, outputs);
        var picture = Picture.Plain(PictureSize, 100).Frame;
        return (await new OneFrame(detector).DetectAsync(picture.Format, picture.Pixels.ToArray())).Items.ToArray();
    }

    private static Detector Open(DecoderOptions decoder, params (string Name, int[] Shape, float[] Values)[] outputs)
    {
        var bytes = ConstantModel.Build([1, 64, 64, 3], outputs);
        var manifest = Manifests.For(bytes) with
        {
            Input = new ModelInput
            {
                Name = "picture", Size = new PictureSize(64, 64), Color = ChannelOrder.Rgb, Resize = ResizeMode.Letterbox,
                Layout = TensorLayout.Nhwc, Type = TensorElement.UInt8,
            },
            Decoder = decoder,
        };
        return RealModels.Open(new VerifiedModel(manifest, "constant.onnx", bytes));
    }
}
