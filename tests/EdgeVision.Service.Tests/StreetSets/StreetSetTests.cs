using System.Text.Json;
using EdgeVision.Capture.Synthetic;
using EdgeVision.Capture.Synthetic.Export;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Imaging.Jpeg;
using EdgeVision.ModelTools.Evaluation;
using EdgeVision.Service.Quantizing;
using EdgeVision.Service.StreetSets;
using EdgeVision.Service.Tests.Configuration;

namespace EdgeVision.Service.Tests.StreetSets;

public sealed class StreetSetTests : IDisposable
{
    private static readonly StreetOptions Small = new() { Size = new PictureSize(320, 180), Traffic = Traffic.Busy };

    private readonly SecretFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task TheSameRequestGivesTheSameBytesWithAnyNumberOfThreads()
    {
        var one = await DrawAsync("one", [4, 1, 9], threads: 1);
        var other = await DrawAsync("other", [4, 1, 9], threads: 3);
        Assert.Equal(one.Keys.Order(), other.Keys.Order());
        Assert.All(one, file => Assert.Equal(file.Value, other[file.Key]));
        Assert.Equal((3 * 4) + 1, one.Count);
    }

    [Fact]
    public async Task TheLabelsNameThePicturesThatLieThere()
    {
        var files = await DrawAsync("set", [2, 3]);
        using var json = JsonDocument.Parse(files["instances.json"]);
        var images = json.RootElement.GetProperty("images").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, 8), images.Select(static i => i.GetProperty("id").GetInt32()));
        Assert.Equal(
            files.Keys.Where(static name => name != "instances.json").Order(),
            images.Select(static i => Path.Combine("images", i.GetProperty("file_name").GetString()!)).Order());
        Assert.Equal(
            ["bicycle", "bus", "car", "motorcycle", "person", "truck"],
            json.RootElement.GetProperty("info").GetProperty("labelled_categories").EnumerateArray().Select(static c => c.GetString()!).Order());
        var annotations = json.RootElement.GetProperty("annotations").EnumerateArray().Select(static a => a.GetProperty("id").GetInt32()).ToList();
        Assert.Equal(Enumerable.Range(1, annotations.Count), annotations);
        Assert.Equal(8, CocoGroundTruth.Load(Path.Combine(_temporary.Path, "set", "instances.json")).Images.Count);
    }

    [Fact]
    public async Task APictureIsTheScenesOwnFrame()
    {
        var files = await DrawAsync("set", [6]);
        var name = files.Keys.First(static key => key.EndsWith(".jpg", StringComparison.Ordinal));
        var frame = long.Parse(Path.GetFileNameWithoutExtension(name).Split('-')[1], System.Globalization.CultureInfo.InvariantCulture);
        var scene = new StreetScene(Small with { Seed = 6 });
        var pixels = new byte[scene.ByteCount];
        scene.Render(frame, pixels);
        using var codec = new JpegCodec();
        var decoded = codec.Decode(files[name]);
        Assert.Equal(Small.Size, decoded.Size);

        // BT.601, limited range, as Rec. ITU-R BT.601-7 gives it; a JPEG of this quality keeps the mean within two steps.
        double green = 0, expected = 0;
        for (var y = 0; y < 180; y++)
        {
            for (var x = 0; x < 320; x++)
            {
                var at = ((y / 2) * 160) + (x / 2);
                double luma = 1.1644 * (pixels[(y * 320) + x] - 16), blue = pixels[57600 + at] - 128, red = pixels[57600 + 14400 + at] - 128;
                expected += Math.Clamp(luma - (0.3918 * blue) - (0.8130 * red), 0, 255);
                green += decoded.Rgb[(3 * ((y * 320) + x)) + 1];
            }
        }

        Assert.InRange((green - expected) / 57600, -2, 2);
    }

    [Fact]
    public async Task AFullFolderIsReplacedOnlyWhenAsked()
    {
        await DrawAsync("set", [1]);
        var path = Path.Combine(_temporary.Path, "set");
        var taken = Assert.Throws<OutputTakenException>(() => new StreetSetFolder(path).Prepare(replace: false));
        Assert.Contains("--force", taken.Message, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(path, "notes.txt"), "mine");
        new StreetSetFolder(path).Prepare(replace: true);
        Assert.Equal(["notes.txt"], Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
        Assert.Throws<OutputTakenException>(() => new StreetSetFolder(Path.Combine(path, "notes.txt")).Prepare(replace: true));
    }

    [Fact]
    public async Task OnlyTheSetsOwnPicturesAreReplaced()
    {
        await DrawAsync("set", [1]);
        var path = Path.Combine(_temporary.Path, "set");
        string[] others = ["holiday.jpg", "2026-11-21.jpg", "12-x.jpg", "1-33.jpg.bak", "1-33.JPG"];
        foreach (var name in others)
        {
            await File.WriteAllTextAsync(Path.Combine(path, "images", name), "mine");
        }

        new StreetSetFolder(path).Prepare(replace: true);
        Assert.Equal(others.Order(), Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)!).Order());
    }

    [Fact]
    public void WhatStandsWhereTheSetWouldGoIsNamed()
    {
        var images = _temporary.Write("images", "mine");
        var taken = Assert.Throws<OutputTakenException>(() => new StreetSetFolder(_temporary.Path).Prepare(replace: true));
        Assert.StartsWith($"{images} is a file", taken.Message, StringComparison.Ordinal);
        File.Delete(images);
        var labels = Directory.CreateDirectory(Path.Combine(_temporary.Path, "instances.json")).FullName;
        taken = Assert.Throws<OutputTakenException>(() => new StreetSetFolder(_temporary.Path).Prepare(replace: true));
        Assert.StartsWith($"{labels} is a folder", taken.Message, StringComparison.Ordinal);
        var below = Path.Combine(_temporary.Write("file", "mine"), "set");
        var unwritable = Assert.Throws<OutputUnwritableException>(() => new StreetSetFolder(below).Prepare(replace: false));
        Assert.StartsWith($"{below} cannot be made or written", unwritable.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSummaryCountsWhatHasALabel()
    {
        // Of 320x180: 32x18 pixels, then a quarter of it seen, then 3 pixels wide.
        var wide = new Box(0.1f, 0.1f, 0.1f, 0.1f);
        StreetObject[] objects =
        [
            Object("car", wide, 1), Object("person", wide, 0.25f), Object("person", wide, 1),
            Object("car", wide, 0.2f), Object("bus", new Box(0.1f, 0.1f, 0.01f, 0.1f), 1), Object("truck", wide, 0),
        ];
        Assert.Equal("2 person, 1 car", StreetSetSummary.Of([new StreetPicture("1-1.jpg", objects)], Small.Size));
        Assert.Equal("nothing in them", StreetSetSummary.Of([new StreetPicture("1-1.jpg", objects[3..])], Small.Size));
    }

    [Fact]
    public async Task ACancelledSetHasNoLabels()
    {
        var folder = new StreetSetFolder(Path.Combine(_temporary.Path, "cut"));
        folder.Prepare(replace: false);
        using var stop = new CancellationTokenSource();
        var progress = new Cutting(stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => StreetSetJob.RunAsync(new StreetSetRequest(Small, [1, 2], 4, 80, 1), folder, progress, stop.Token));
        Assert.Equal(["images"], Directory.EnumerateFileSystemEntries(Path.Combine(_temporary.Path, "cut")).Select(Path.GetFileName));
    }

    private static StreetObject Object(string label, Box box, float seen) => new(label, 2, box, box, seen, 9, 1);

    private async Task<Dictionary<string, byte[]>> DrawAsync(string name, ulong[] seeds, int threads = 2)
    {
        var path = Path.Combine(_temporary.Path, name);
        var folder = new StreetSetFolder(path);
        folder.Prepare(replace: false);
        await StreetSetJob.RunAsync(new StreetSetRequest(Small, seeds, 4, 92, threads), folder, null, default);
        return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(path, file), File.ReadAllBytes);
    }

    private sealed class Cutting(CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value) => stop.Cancel();
    }
}
