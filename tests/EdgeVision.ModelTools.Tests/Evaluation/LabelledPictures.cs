using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Jpeg;
using EdgeVision.Inference;
using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Evaluation;
using EdgeVision.Native;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Evaluation;

/// <summary>Labelled pictures in memory, as packed RGB by file name.</summary>
internal sealed class LabelledPictures(CocoGroundTruth truth, IReadOnlyDictionary<string, JpegPicture> pictures)
{
    private static readonly string[] Categories = ["bus", "car", "motorcycle", "truck"];
    private static readonly ModelStore Store = new(new ModelFolders([Repository.PathOf("models")], [], Repository.PathOf("models", "none")));
    private static readonly Lazy<LabelledPictures> Decoded = new(Decode);

    /// <summary>The vehicles of the assets folder, all 416x416, decoded once; skips the test where something is missing.</summary>
    public static LabelledPictures NeedVehicles()
    {
        TestAssets.Need("datasets", "vehicles", "instances_valid.json");
        return Decoded.Value;
    }

    /// <summary>The same set with every picture and every label brought to another size.</summary>
    public LabelledPictures Resized(PictureSize size) => new(
        new CocoGroundTruth(
            [.. truth.Images.Select(image => image with { Width = size.Width, Height = size.Height })],
            truth.Categories,
            [.. truth.Annotations.Select(a => Scaled(a, truth.Images.First(image => image.Id == a.ImageId), size))]),
        pictures.ToDictionary(pair => pair.Key, pair => BoxFilter.Resize(pair.Value, size)));

    /// <summary>Average precision as the reference measured it: score .01, NMS .6, boxes as the model gives them.</summary>
    /// <param name="name">A shipped manifest.</param>
    /// <param name="change">Made to the manifest's input.</param>
    /// <param name="clip">Whether boxes end at the picture's edge.</param>
    public async Task<CocoMetrics> EvaluateAsync(string name, Func<ModelInput, ModelInput>? change = null, bool clip = false)
    {
        var manifest = Store.Find(name);
        var model = ModelVerification.Read(manifest, TestAssets.Need("models", manifest.File));
        model = model with { Manifest = manifest with { Input = change?.Invoke(manifest.Input) ?? manifest.Input } };
        using var detector = new DetectorFactory(Ort.Need(), TimeProvider.System)
            .Open(model, new DetectorOptions { Score = .01f, Nms = .6f, ClipBoxes = clip });
        var evaluation = new DetectorEvaluation(detector, name => (pictures[name].Format, pictures[name].Rgb));
        return await evaluation.RunAsync(truth, "", Categories, null, CancellationToken.None);
    }

    private static LabelledPictures Decode()
    {
        var truth = CocoGroundTruth.Load(TestAssets.Need("datasets", "vehicles", "instances_valid.json"));
        using var codec = Codec();
        return new LabelledPictures(truth, truth.Images.ToDictionary(
            image => image.FileName,
            image => codec.Decode(File.ReadAllBytes(TestAssets.Need("datasets", "vehicles", "valid", image.FileName)))));
    }

    private static JpegCodec Codec()
    {
        try
        {
            return new JpegCodec();
        }
        catch (NativeLibraryException missing)
        {
            Skip.If(true, missing.Message);
            throw;
        }
    }

    private static CocoAnnotation Scaled(CocoAnnotation box, CocoImage image, PictureSize size)
    {
        var x = (double)size.Width / image.Width;
        var y = (double)size.Height / image.Height;
        return box with { X = box.X * x, Y = box.Y * y, W = box.W * x, H = box.H * y, Area = box.Area * x * y };
    }
}
