using EdgeVision.Core.Detections;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Models;

/// <summary>
/// Official models whose files cannot be here: a model with the names and shapes that their sources give opens with the
/// shipped manifest, and what its outputs say is found in the picture.
/// </summary>
public class OfficialLayoutTests
{
    private static readonly ModelStore Store = new(new ModelFolders([Repository.PathOf("models")], [], Repository.PathOf("models", "none")));

    // In all of these inputs it lies in the middle, half as high as they are, or fills them.
    private static readonly PictureSize Wide = new(320, 160);

    [SkippableTheory]
    [InlineData("nanodet-2022nov")]
    [InlineData("nanodet-2022nov-int8")]
    public async Task Nanodet_tells_its_six_outputs_apart_by_shape(string name)
    {
        var scores = new float[26 * 26 * 80];
        var distances = new float[26 * 26 * 32];
        var point = (13 * 26) + 10;
        scores[(point * 80) + 2] = 0.75f;
        for (var side = 0; side < 4; side++)
        {
            // All weight on a distance of 2 steps.
            distances[(point * 32) + (side * 8) + 2] = 100;
        }

        var found = await Detect(
            name, "input.1", ConstantModel.Float32, [1, 3, 416, 416],
            ("798", [1, 169, 32], new float[169 * 32]), ("795", [1, 169, 80], new float[169 * 80]),
            ("776", [1, 676, 32], distances), ("773", [1, 676, 80], scores),
            ("754", [1, 2704, 32], new float[2704 * 32]), ("751", [1, 2704, 80], new float[2704 * 80]));

        // Point (167.5, 215.5), 32 to each side; the picture takes the rows from 104 to 312 of 416.
        AssertOnly(found, 2, 0.75, (135.5 / 416, (183.5 - 104) / 208, 64.0 / 416, 64.0 / 208));
    }

    [SkippableTheory]
    [InlineData("yunet-2023mar")]
    [InlineData("yunet-2023mar-int8")]
    public async Task Yunet_has_three_outputs_per_stride(string name)
    {
        (string Kind, int Length)[] parts = [("cls", 1), ("obj", 1), ("bbox", 4), ("kps", 10)];
        int[] strides = [8, 16, 32];
        var outputs = (
            from stride in strides
            let points = 640 / stride * (640 / stride)
            from part in parts
            select (Name: $"{part.Kind}_{stride}", Shape: new[] { 1, points, part.Length }, Values: new float[points * part.Length])).ToArray();

        // At stride 32, row 3, column 5; log of the size in steps.
        var at = (3 * 20) + 5;
        Values("cls_32")[at] = 0.81f;
        Values("obj_32")[at] = 1;
        new[] { 0.5f, 0.25f, MathF.Log(2), MathF.Log(3) }.CopyTo(Values("bbox_32"), 4 * at);
        var found = await Detect(name, "input", ConstantModel.Float32, [1, 3, 640, 640], outputs);

        // Centre (176, 104), 64 x 96; the picture takes the upper 320 rows.
        AssertOnly(found, 0, 0.9, (144.0 / 640, 56.0 / 320, 0.1, 96.0 / 320));

        float[] Values(string output) => outputs.Single(one => one.Name == output).Values;
    }

    [SkippableFact]
    public async Task Ssd_mobilenet_takes_bytes_and_counts_classes_with_gaps()
    {
        var (boxes, classes, scores) = (new float[400], new float[100], new float[100]);
        new[] { 0.25f, 0.125f, 0.75f, 0.5f }.CopyTo(boxes, 0);
        (classes[0], scores[0], scores[1]) = (13, 0.9f, 0.8f);
        var found = await Detect(
            "ssd-mobilenet-v1-int8", "image_tensor:0", ConstantModel.UInt8, [1, 300, 300, 3],
            ("num_detections:0", [1], [1]), ("detection_boxes:0", [1, 100, 4], boxes),
            ("detection_scores:0", [1, 100], scores), ("detection_classes:0", [1, 100], classes));
        AssertOnly(found, 12, 0.9, (0.125, 0.25, 0.375, 0.5));
        Assert.Equal("stop sign", Store.Find("ssd-mobilenet-v1-int8").Classes.Names[12]);
    }

    [SkippableFact]
    public void An_output_that_no_shape_tells_apart_is_refused_with_what_is_there()
    {
        var manifest = Manifests.For([1]) with { Decoder = new DistributionGridOptions { Strides = [8] } };
        var bytes = ConstantModel.Build(
            "images", ConstantModel.Float32, [1, 3, 64, 64], ("a", [1, 64, 2], new float[128]), ("b", [1, 64, 2], new float[128]), ("c", [1, 64, 32], new float[2048]));
        var fault = Assert.Throws<FaultException>(() => RealModels.Open(new VerifiedModel(manifest, "two.onnx", bytes))).Fault;
        Assert.Equal(FaultCode.ModelMismatch, fault.Code);
        Assert.Contains("it has no output, or several, that can be an output Float32[1,64,2] (64x64 at stride 8, 2 classes)", fault.What, StringComparison.Ordinal);
        Assert.Contains("b Float32[1,64,2]", fault.What, StringComparison.Ordinal);
    }

    private static void AssertOnly(Detection[] found, int classId, double score, (double X, double Y, double Width, double Height) box)
    {
        var only = Assert.Single(found);
        Assert.Equal(classId, only.ClassId);
        Assert.Equal(score, only.Score, 1e-5);
        Assert.Equal(box.X, only.Box.X, 1e-5);
        Assert.Equal(box.Y, only.Box.Y, 1e-5);
        Assert.Equal(box.Width, only.Box.Width, 1e-5);
        Assert.Equal(box.Height, only.Box.Height, 1e-5);
    }

    /// <summary>The manifest as shipped, with other bytes than those it has the hash of.</summary>
    private static async Task<Detection[]> Detect(string name, string input, int type, int[] shape, params (string Name, int[] Shape, float[] Values)[] outputs)
    {
        var bytes = ConstantModel.Build(input, type, shape, outputs);
        using var detector = RealModels.Open(new VerifiedModel(Store.Find(name), "constant.onnx", bytes));
        var picture = Picture.Plain(Wide, 100).Frame;
        return (await new OneFrame(detector).DetectAsync(picture.Format, picture.Pixels.ToArray())).Items.ToArray();
    }
}
