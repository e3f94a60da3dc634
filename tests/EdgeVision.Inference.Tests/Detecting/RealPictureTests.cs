using System.Text.Json;
using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Detecting;

/// <summary>Real models on real pictures, against what people have marked in them.</summary>
public class RealPictureTests
{
    private static readonly PictureSize Size = new(416, 416);

    [SkippableTheory]
    [InlineData("yolox-nano", 0.7)]
    [InlineData("fastestdet", 0.6)]
    public async Task Large_lone_vehicles_are_found_where_they_were_marked(string model, double share)
    {
        using var detector = RealModels.Open(model);
        var vehicles = LoneVehicles(20);
        var found = 0;
        foreach (var (path, label, box) in vehicles)
        {
            var detections = await Detect(detector, Picture.Read(Size, path));
            found += detections.Any(one => detector.Labels[one.ClassId] == label && Box.Iou(one.Box, box) > 0.5f) ? 1 : 0;
        }

        Assert.Equal(20, vehicles.Count);
        Assert.True(found >= share * vehicles.Count, $"{found} of {vehicles.Count}");
    }

    [SkippableTheory]
    [InlineData("yunet-s")]
    [InlineData("yunet-n")]
    [InlineData("ultraface-rfb-320")]
    public async Task Both_faces_of_a_walking_pair_are_found(string model)
    {
        var video = TestAssets.Need("videos", "face-demographics-walking.gif");
        using var detector = RealModels.Open(model);

        // Where the faces are in the crop was read off the enlarged frame by eye: hers at (45, 59), his at (115, 44).
        var crop = Picture.Read(new PictureSize(200, 150), video, "select=eq(n\\,11),crop=200:150:200:70");
        var centres = (await Detect(detector, crop)).Select(one => (X: (one.Box.X + (one.Box.Width / 2)) * 200, Y: (one.Box.Y + (one.Box.Height / 2)) * 150));
        Assert.Collection(
            centres.OrderBy(centre => centre.X),
            her => Assert.True(Math.Abs(her.X - 45) < 5 && Math.Abs(her.Y - 59) < 5, $"{her}"),
            his => Assert.True(Math.Abs(his.X - 115) < 5 && Math.Abs(his.Y - 44) < 5, $"{his}"));
    }

    [SkippableFact]
    public async Task A_plain_grey_holds_nothing()
    {
        using var detector = RealModels.Open("yolox-nano");
        Assert.Empty(await Detect(detector, Picture.Plain(new PictureSize(640, 360), 114)));
    }

    [SkippableFact]
    public async Task Without_clipping_a_box_may_reach_beyond_the_picture()
    {
        var (path, _, _) = LoneVehicles(1)[0];
        using var clipped = RealModels.Open("fastestdet", new DetectorOptions { Score = 0.01f });
        using var whole = RealModels.Open("fastestdet", new DetectorOptions { Score = 0.01f, ClipBoxes = false });
        var inside = await Detect(clipped, Picture.Read(Size, path));
        var beyond = await Detect(whole, Picture.Read(Size, path));
        Assert.Equal(inside, beyond.Select(one => one with { Box = one.Box.ClampToPicture() }));
        Assert.Contains(beyond, one => one.Box.Right > 1);
    }

    private static async Task<Detection[]> Detect(Detector detector, Picture picture)
    {
        detector.Prepare(0, picture.Frame, []);
        var outcome = await detector.Submit(0);
        Assert.Null(outcome.Fault);
        var detections = new DetectionSet(1000);
        detector.Decode(0, detections);
        return detections.Items.ToArray();
    }

    /// <summary>Pictures with one marked vehicle only, of at least 96² pixels.</summary>
    private static List<(string Path, string Label, Box Box)> LoneVehicles(int count)
    {
        var folder = TestAssets.Need("datasets", "vehicles");
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "instances_valid.json")));
        var names = file.RootElement.GetProperty("categories").EnumerateArray()
            .ToDictionary(one => one.GetProperty("id").GetInt32(), one => one.GetProperty("name").GetString()!.ToLowerInvariant());
        var marks = file.RootElement.GetProperty("annotations").EnumerateArray().ToLookup(one => one.GetProperty("image_id").GetInt32());
        var lone = from image in file.RootElement.GetProperty("images").EnumerateArray()
                   let own = marks[image.GetProperty("id").GetInt32()].ToList()
                   where own.Count == 1 && own[0].GetProperty("area").GetDouble() >= 96 * 96
                   let label = names[own[0].GetProperty("category_id").GetInt32()]
                   where label != "ambulance"
                   let box = own[0].GetProperty("bbox").EnumerateArray().Select(one => one.GetSingle() / Size.Width).ToArray()
                   select (Path.Combine(folder, "valid", image.GetProperty("file_name").GetString()!), label, new Box(box[0], box[1], box[2], box[3]));
        return [.. lone.Take(count)];
    }
}
