using EdgeVision.Service.Quantizing;

namespace EdgeVision.Service.Tests.Quantizing;

public sealed class OutputPlaceTests : IDisposable
{
    private readonly ModelFolder _models = new();

    public void Dispose() => _models.Dispose();

    [Theory]
    [InlineData("/a/yolox-int8", "/a/yolox-int8", "yolox-int8", "/a/yolox-int8/yolox-int8.onnx")]
    [InlineData("/a/yolox-int8/", "/a/yolox-int8", "yolox-int8", "/a/yolox-int8/yolox-int8.onnx")]
    [InlineData("/a/b.onnx", "/a", "b", "/a/b.onnx")]
    [InlineData("/a/x.y-1.ONNX", "/a", "x.y-1", "/a/x.y-1.onnx")]
    public void AFolderOrAFileNamesTheModel(string text, string folder, string name, string file)
    {
        var place = OutputPlace.Parse(text);
        Assert.Equal((folder, name, file), (place.Folder, place.Name, place.Model));
    }

    [Theory]
    [InlineData("/a/Yolox_Nano INT8", "such as yolox-nano-int8")]
    [InlineData("/a/_.onnx", "cannot be a model's name")]
    [InlineData("/", "cannot be a model's name")]
    [InlineData("/a/0123456789012345678901234567890123456789012345678901234567890", "at most 55, such as 0123")]
    public void ANameThatNoModelMayHaveIsRefusedWithABetterOne(string text, string words) =>
        Assert.Contains(words, Assert.Throws<FormatException>(() => OutputPlace.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("/a/x-int8", "/a/x-int8-rejected")]
    [InlineData("/a/x-int8.onnx", "/a/x-int8-rejected")]
    [InlineData("/a/x-int8/x-int8.onnx", "/a/x-int8-rejected")]
    public void ARejectedModelNeverLiesWhereAnAcceptedOneWould(string text, string folder) =>
        Assert.Equal((folder, "x-int8-rejected"), (OutputPlace.Parse(text).Rejected().Folder, OutputPlace.Parse(text).Rejected().Name));

    [Theory]
    [InlineData("model.yaml")]
    [InlineData("new.onnx")]
    [InlineData("labels.txt")]
    [InlineData("report.json")]
    [InlineData("report.svg")]
    public void WhatIsThereIsReplacedOnlyByForce(string file)
    {
        var place = OutputPlace.Parse(_models.In("new"));
        Directory.CreateDirectory(place.Folder);
        place.CheckFree(_models.Model, force: false);
        File.WriteAllText(Path.Combine(place.Folder, file), "x");

        var refusal = Assert.Throws<OutputTakenException>(() => place.CheckFree(_models.Model, force: false));
        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--force", refusal.Message, StringComparison.Ordinal);
        place.CheckFree(_models.Model, force: true);
    }

    [Theory]
    [InlineData("float")]
    [InlineData("float/float.onnx")]
    public void TheFloatModelIsNeverReplaced(string output)
    {
        var place = OutputPlace.Parse(_models.In(output));
        Assert.Contains("the float model itself", Assert.Throws<OutputTakenException>(() => place.CheckFree(_models.Model, force: true)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a/x-int8", "x-int8.onnx labels.txt report.json report.svg model.yaml", "/a/x-int8")]
    [InlineData("/a/x-int8/x-int8.onnx", "x-int8.onnx labels.txt report.json report.svg model.yaml", "/a/x-int8")]
    [InlineData("/a/x-int8.onnx", "x-int8.onnx x-int8.labels.txt x-int8.report.json x-int8.report.svg x-int8.yaml", "/a/x-int8.onnx")]
    public void FilesBearTheModelsNameWhereOtherModelsMayLie(string text, string files, string reference)
    {
        var place = OutputPlace.Parse(text);
        Assert.Equal((files, reference), (string.Join(' ', place.Files), place.Reference));
    }

    [Fact]
    public void AModelMayLieBesideTheFloatModelUnderItsOwnName() =>
        OutputPlace.Parse(_models.In("float/other.onnx")).CheckFree(_models.Model, force: false);

    [Fact]
    public void AFileIsNoFolder()
    {
        var place = OutputPlace.Parse(_models.In("taken"));
        File.WriteAllText(place.Folder, "x");
        Assert.Contains("is a file", Assert.Throws<OutputTakenException>(() => place.CheckFree(_models.Model, force: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APlaceThatCannotBeWrittenIsFoundOutBeforeTheWork()
    {
        OutputPlace.Parse(_models.In("new", "deeper")).CheckWritable();
        Assert.False(Directory.Exists(_models.In("new")));
        Assert.ThrowsAny<IOException>(() => OutputPlace.Parse("/proc/new-int8").CheckWritable());
    }
}
