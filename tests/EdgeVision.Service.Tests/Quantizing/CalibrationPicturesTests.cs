using System.Security.Cryptography;
using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Jpeg;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.Service.Configuration.Plans;
using EdgeVision.Service.Quantizing;
using EdgeVision.Service.Tests.Configuration;
using EdgeVision.Testing;

namespace EdgeVision.Service.Tests.Quantizing;

public sealed class CalibrationPicturesTests : IDisposable
{
    private const string Street = "synthetic:street?seed=3&size=160x96";

    private readonly SecretFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Street, 60, 6)]
    [InlineData(Street + "&frames=50", 60, 6)]
    [InlineData(Street + "&frames=4", 60, 4)]
    [InlineData(Street, .3, 3)]
    public void EveryReadGivesTheSamePictures(string text, double seconds, int count)
    {
        using var pictures = Open(CalibrationSource.Parse(text), 6, seconds);
        var first = Hashes(pictures.Set);
        Assert.Equal(count, first.Length);
        Assert.Equal(count, pictures.Set.Count);
        Assert.Equal(count, first.Distinct().Count());
        Assert.Equal(first, Hashes(pictures.Set));
    }

    [Fact]
    public void NothingStaysInTheStateFolder()
    {
        using (Open(CalibrationSource.Parse(Street), 6, 60))
        {
            Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_folder.Path, "tmp")));
        }
    }

    [Fact]
    public void PicturesOfAFolderAreSpreadOverItsSortedNames()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "pictures")).FullName;
        using var codec = new JpegCodec();
        foreach (var i in Enumerable.Range(0, 10).Reverse())
        {
            // Each picture's width tells which it is.
            var format = new FrameFormat(new PictureSize(16 + i, 16), PixelLayout.Rgb24);
            File.WriteAllBytes(Path.Combine(folder, $"{i}.jpg"), codec.Encode(new Frame(format, default, new byte[format.ByteCount])).ToArray());
        }

        // What cannot be read is left out, and the others stay where they are.
        File.WriteAllBytes(Path.Combine(folder, "half-written.jpg"), [0xff, 0xd8]);
        using (var all = Open(CalibrationSource.Parse(folder), 20, 60))
        {
            Assert.Equal(Enumerable.Range(16, 10), all.Set.Read(default).Select(frame => frame.Format.Size.Width));
        }

        File.Delete(Path.Combine(folder, "half-written.jpg"));
        using var pictures = Open(CalibrationSource.Parse(folder), 5, 60);
        Assert.Equal([17, 19, 21, 23, 25], pictures.Set.Read(default).Select(frame => frame.Format.Size.Width));
        Assert.Equal(Hashes(pictures.Set), Hashes(pictures.Set));
    }

    [Fact]
    public void ASyntheticCameraOfTheConfigurationGivesItsOwnFrames()
    {
        using var pictures = Open(CalibrationSource.OfCamera("gate", Cameras($"source: \"{Street}\"\n    capture: {{scale: 192x128}}")), 4, 60);
        Assert.Equal("camera:gate", pictures.Set.Description);
        Assert.Equal(4, Hashes(pictures.Set).Distinct().Count());
        Assert.All(pictures.Set.Read(default), frame => Assert.Equal(new PictureSize(192, 128), frame.Format.Size));
    }

    [SkippableFact]
    public void ARecordingOfTheConfigurationIsReadThroughOnce()
    {
        var video = TestAssets.Need("videos", "bottle-detection.mp4");
        var source = CalibrationSource.OfCamera("gate", Cameras($"source: {video}\n    capture: {{scale: 160x90, fps: 5, loop: true}}"));
        Assert.True(source.HasEnd);
        using var pictures = Open(source, 7, 60);
        Assert.Equal(7, Hashes(pictures.Set).Distinct().Count());
        Assert.Equal(Hashes(pictures.Set), Hashes(pictures.Set));
    }

    [Fact]
    public void ACameraThatIsNotConfiguredIsNamedWithThoseThatAre()
    {
        var mistake = Assert.Throws<FormatException>(() => CalibrationSource.OfCamera("gat", Cameras("source: synthetic:street")));
        Assert.Contains("no camera 'gat'; did you mean 'gate'?; its cameras are gate", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CtrlCEndsTheTaking()
    {
        using var stop = new CancellationTokenSource();
        var progress = new Stop(stop);
        Assert.ThrowsAny<OperationCanceledException>(
            () => CalibrationPictures.Open(CalibrationSource.Parse(Street), 1000, TimeSpan.FromDays(7), _folder.Path, progress, stop.Token));
    }

    private static string[] Hashes(CalibrationSet set) => [.. set.Read(default).Select(frame => Convert.ToHexString(SHA256.HashData(frame.Pixels.Span)))];

    private static IReadOnlyList<CameraPlan> Cameras(string source) => Device.Load($$"""
        device: {id: pi}
        models: {default: yolox-nano}
        cameras:
          - id: gate
            {{source}}
        """).Plan!.Cameras;

    private CalibrationPictures Open(CalibrationSource source, int wanted, double seconds) =>
        CalibrationPictures.Open(source, wanted, TimeSpan.FromSeconds(seconds), _folder.Path, null, default);

    private sealed class Stop(CancellationTokenSource source) : IProgress<int>
    {
        public void Report(int value) => source.Cancel();
    }
}
