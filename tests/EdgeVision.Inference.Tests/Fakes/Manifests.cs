using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;

namespace EdgeVision.Inference.Tests.Fakes;

/// <summary>Manifests made for tests.</summary>
internal static class Manifests
{
    /// <summary>A manifest's text with the usual keys; the tests replace lines of it.</summary>
    public const string Text = """
        name: tiny
        file: tiny.onnx
        sha256: 0000000000000000000000000000000000000000000000000000000000000000
        size: 10
        licence: MIT
        precision: fp32
        input:
          name: images
          size: 64x64
          color: bgr
          resize: letterbox
        decoder:
          layout: anchor_free_grid
          output: output
        labels: labels.txt
        """;

    /// <summary>A manifest of these bytes.</summary>
    public static ModelManifest For(byte[] content, string? source = null) => new()
    {
        Name = "tiny",
        File = "tiny.onnx",
        Sha256 = ModelVerification.Hash(content),
        Size = content.Length,
        Source = source,
        Licence = "MIT",
        Precision = ModelPrecision.Fp32,
        Input = new ModelInput { Name = "images", Size = new PictureSize(64, 64), Color = ChannelOrder.Bgr, Resize = ResizeMode.Letterbox },
        Decoder = new AnchorFreeGridOptions { Output = "output" },
        Labels = "labels.txt",
        Classes = new LabelSet(["person", "car"]),
    };
}
