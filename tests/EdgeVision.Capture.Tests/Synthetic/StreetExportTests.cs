using System.Text.Json;
using EdgeVision.Capture.Synthetic;
using EdgeVision.Capture.Synthetic.Export;

namespace EdgeVision.Capture.Tests.Synthetic;

public class StreetExportTests
{
    [Fact]
    public void TheSetSaysWhatThePicturesShow()
    {
        var options = StreetOptions.Parse("size=320x180&seed=3&traffic=busy&light=day");
        var scene = new StreetScene(options);
        var frames = Enumerable.Range(0, 200).Select(static i => i * 20L).Where(f => Street.Truth(scene, f).Count > 1).Take(3).ToArray();
        var stored = new List<long>();
        using var stream = new MemoryStream();
        Write(options, frames, (frame, pixels) =>
        {
            Assert.Equal(320 * 180 * 3 / 2, pixels.Length);
            stored.Add(frame);
            return $"{frame}.jpg";
        }, stream);
        using var json = JsonDocument.Parse(stream.ToArray());
        var root = json.RootElement;
        Assert.Equal(frames, stored);
        Assert.Equal(frames.Select(static f => $"{f}.jpg"), root.GetProperty("images").EnumerateArray().Select(static i => i.GetProperty("file_name").GetString()!));
        Assert.Equal(
            ["bicycle 2", "bus 6", "car 3", "motorcycle 4", "person 1", "truck 8"],
            root.GetProperty("categories").EnumerateArray().Select(static c => $"{c.GetProperty("name").GetString()} {c.GetProperty("id").GetInt32()}").Order());
        var expected = frames.Select(f => Street.Truth(scene, f).Count(static o => o.VisibleFraction > 0)).ToList();
        var byImage = root.GetProperty("annotations").EnumerateArray().ToLookup(static a => a.GetProperty("image_id").GetInt32());
        Assert.Equal(expected, Enumerable.Range(1, 3).Select(i => byImage[i].Count()));
        Assert.NotEmpty(byImage[1]);
        Assert.All(byImage.SelectMany(static g => g), CheckBox);
    }

    [Fact]
    public void HardlyVisibleObjectsAreMarkedToBeIgnored()
    {
        var options = StreetOptions.Parse("size=320x180&seed=3&traffic=busy&light=day");
        using var stream = new MemoryStream();
        Write(options, Enumerable.Range(0, 40).Select(static i => i * 50L), static (frame, _) => $"{frame}", stream);
        using var json = JsonDocument.Parse(stream.ToArray());
        var marks = json.RootElement.GetProperty("annotations").EnumerateArray()
            .Select(static a => (Crowd: a.GetProperty("iscrowd").GetInt32() == 1, Seen: a.GetProperty("visible_fraction").GetSingle(), Box: a.GetProperty("bbox")))
            .ToList();
        Assert.Contains(marks, static m => m.Crowd);
        Assert.All(marks, static m => Assert.Equal(m.Seen < 0.25f || m.Box[2].GetInt32() < 6 || m.Box[3].GetInt32() < 6, m.Crowd));
    }

    private static void Write(StreetOptions options, IEnumerable<long> frames, StorePicture store, Stream json) =>
        StreetExport.WriteJson([.. StreetExport.Draw(options, frames, store)], options.Size, new StreetLabelRules(), json);

    private static void CheckBox(JsonElement annotation)
    {
        var box = annotation.GetProperty("bbox").EnumerateArray().Select(static v => v.GetInt32()).ToArray();
        Assert.InRange(box[0], 0, 319);
        Assert.InRange(box[1], 0, 179);
        Assert.InRange(box[0] + box[2], 1, 320);
        Assert.InRange(box[1] + box[3], 1, 180);
        Assert.Equal(box[2] * box[3], annotation.GetProperty("area").GetInt32());
    }
}
