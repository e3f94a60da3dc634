using EdgeVision.Core.Frames;
using EdgeVision.Inference.Decoding;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Tests.Decoding;

/// <summary>The shapes that known exports have lead to their layouts.</summary>
public class DecoderChoiceTests
{
    [Theory]
    [InlineData(640, "1,84,8400", "layout: decoded_columns, columns: 8400 (80 classes)")] // YOLOv8, YOLO11
    [InlineData(640, "1,25200,85", "layout: decoded_rows, rows: 25200 (80 classes)")] // YOLOv5
    [InlineData(640, "1,300,6", "layout: end_to_end, rows: 300")] // YOLOv10, YOLO26
    [InlineData(640, "1,300,84", "layout: decoded_rows, rows: 300, objectness: false, normalized: true (80 classes)")] // RT-DETR of ultralytics
    [InlineData(416, "1,3549,85", "layout: anchor_free_grid, strides: [8, 16, 32] (80 classes)")] // YOLOX-nano
    [InlineData(416, "1,3598,112", "layout: distribution_grid, strides: [8, 16, 32, 64], reg_max: 7 (80 classes)")] // NanoDet-Plus-m
    [InlineData(352, "1,85,22,22", "layout: cell_grid, stride: 16 (80 classes)")] // FastestDet
    [InlineData(560, "1,300,4;1,300,91", "layout: set_prediction, queries: 300, logits_output: o1, boxes_output: o0 (91 columns of logits)")] // RF-DETR
    [InlineData(320, "1,4420,2;1,4420,4", "layout: decoded_corners, rows: 4420, scores_output: o0, boxes_output: o1 (2 columns of scores)")] // UltraFace
    [InlineData(300, "1,100,4;1,100;1,100;1", "layout: end_to_end_tensors, rows: 100, boxes_output: o0")] // SSD-MobileNet
    [InlineData(416, "1,2704,80;1,2704,32;1,676,80;1,676,32;1,169,80;1,169,32", "layout: distribution_grid, strides: [8, 16, 32] (two outputs per stride, told apart by their shapes)")]
    [InlineData(64, "1,64,1;1,16,1;1,4,1;1,64,1;1,16,1;1,4,1;1,64,4;1,16,4;1,4,4", "layout: anchor_free_levels, strides: [8, 16, 32]")] // YuNet
    [InlineData(224, "1,1000", "layout: classification (1000 classes)")]
    [InlineData(640, "", null)]
    [InlineData(640, "-1,-1,-1", null)]
    [InlineData(640, "1,300,4;1,301,91", null)]
    [InlineData(640, ";;;;;", null)]
    public void A_known_export_is_recognised(int side, string shapes, string? expected)
    {
        var outputs = shapes.Split(';').Select((shape, i) => Output($"o{i}", shape)).ToArray();
        Assert.Equal(expected, DecoderChoice.Suggest(new PictureSize(side, side), outputs));
    }

    private static TensorInfo Output(string name, string shape)
    {
        long[] sizes = shape.Length == 0 ? [] : [.. shape.Split(',').Select(long.Parse)];
        return new TensorInfo(name, TensorElementType.Float32, sizes, [.. sizes.Select(_ => "")]);
    }
}
