using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Jpeg;
using EdgeVision.ModelTools.Evaluation;
using EdgeVision.Service.Pictures;
using EdgeVision.Service.Quantizing;
using EdgeVision.Service.Tests.Configuration;

namespace EdgeVision.Service.Tests.Quantizing;

public sealed class LabelledPicturesTests : IDisposable
{
    private readonly SecretFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("valid", "labels.json")]
    [InlineData("valid, second", "labels.json")]
    [InlineData("valid", "labels,v2.json")]
    public void CommasInNamesAreNoTrouble(string pictures, string labels)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, pictures)).FullName;
        var file = _folder.Write(labels, "{}");
        Assert.Equal(new LabelledPictures(folder, file), LabelledPictures.Parse($"{folder},{file}"));
    }

    [Theory]
    [InlineData("", "as DIR,JSON")]
    [InlineData("valid", "as DIR,JSON")]
    [InlineData("nowhere,labels.json", "there is no folder nowhere")]
    [InlineData("/,nowhere.json", "there is no file nowhere.json")]
    public void WhatIsMissingIsNamed(string text, string words) =>
        Assert.Contains(words, Assert.Throws<FormatException>(() => LabelledPictures.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("plane", "a.jpg", "there is no category 'plane'")]
    [InlineData("whale", "a.jpg", "the model knows none")]
    [InlineData("person", "a.jpg", "has no box that the model could find")]
    [InlineData("car", "b.jpg", "1 of the 1 labelled pictures are not in")]
    public void LabelsThatCannotJudgeAreRefusedBeforeTheWork(string category, string file, string words)
    {
        using var models = new ModelFolder();
        File.WriteAllText(models.In("a.jpg"), "");
        var pictures = new LabelledPictures(models.Root, "labels.json");
        var truth = new CocoGroundTruth(
            [new CocoImage(1, file, 10, 10)],
            [new CocoCategory(1, "car"), new CocoCategory(2, "person"), new CocoCategory(3, "whale")],
            [new CocoAnnotation(1, 1, 0, 0, 5, 5, 25)]);
        var classes = new LabelSet(["person", "car"]);
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => pictures.Check(truth, classes, [category])).Message, StringComparison.Ordinal);
        new LabelledPictures(models.Root, "labels.json").Check(new CocoGroundTruth([new CocoImage(1, "a.jpg", 10, 10)], truth.Categories, truth.Annotations), classes, ["car"]);
    }

    [Fact]
    public void PicturesThatCannotBeReadDoNotCount()
    {
        using var models = new ModelFolder();
        using var codec = new JpegCodec();
        var format = new FrameFormat(new PictureSize(16, 16), PixelLayout.Rgb24);
        File.WriteAllBytes(models.In("whole.jpg"), codec.Encode(new Frame(format, default, new byte[format.ByteCount])).ToArray());
        File.WriteAllBytes(models.In("half-written.jpg"), [0xff, 0xd8]);
        File.WriteAllBytes(models.In("empty.png"), []);
        CocoImage[] images = [new(1, "half-written.jpg", 16, 16), new(2, "whole.jpg", 16, 16), new(3, "empty.png", 16, 16)];
        CocoCategory[] categories = [new(1, "car")];
        var truth = new CocoGroundTruth(images, categories, [.. images.Select(image => new CocoAnnotation(image.Id, 1, 0, 0, 5, 5, 25))]);

        var readable = ReadablePictures.Of(truth, models.Root, default);
        Assert.Equal("whole.jpg", Assert.Single(readable.Images).FileName);
        Assert.Equal(2, Assert.Single(readable.Annotations).ImageId);
        Assert.Equal(0, readable.StrayAnnotations);
        Assert.Same(readable, ReadablePictures.Of(readable, models.Root, default));
        Assert.Contains(
            "none of the 1 labelled pictures", Assert.Throws<InvalidDataException>(() => ReadablePictures.Of(new CocoGroundTruth([images[0]], categories, []), models.Root, default)).Message,
            StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => ReadablePictures.Of(new CocoGroundTruth([new CocoImage(1, "nowhere.jpg", 16, 16)], categories, []), models.Root, default));
        Assert.ThrowsAny<OperationCanceledException>(() => ReadablePictures.Of(truth, models.Root, new CancellationToken(canceled: true)));
    }
}
