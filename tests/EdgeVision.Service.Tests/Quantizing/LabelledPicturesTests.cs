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
}
