using EdgeVision.Capture.Synthetic;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;

namespace EdgeVision.Capture.Tests.Synthetic;

public class ToldTruthTests
{
    [Fact]
    public void The_camera_tells_of_each_frame_what_a_scene_of_its_own_says()
    {
        var options = new StreetOptions { Seed = 9, Size = new PictureSize(320, 192), Traffic = Traffic.Busy, Start = 700, Frames = 5, Pace = StreetPace.Fast };
        var told = new List<(TimeSpan Time, StreetObject[] Objects)>();
        using var source = new SyntheticStreetSource(options, TimeProvider.System, (time, objects) => told.Add((time, [.. objects])));
        var pixels = new byte[source.Open(default).Format.ByteCount];
        var read = new List<TimeSpan>();
        while (source.Read(pixels, out var time) == ReadStatus.Frame)
        {
            read.Add(time);
        }

        Assert.Equal(read, told.Select(one => one.Time));
        var scene = new StreetScene(options);
        var expected = new List<StreetObject>();
        for (var i = 0; i < 5; i++)
        {
            scene.Truth(700 + i, expected);
            Assert.NotEmpty(expected);
            Assert.Equal(expected, told[i].Objects);
        }
    }

    [Fact]
    public void Asking_does_not_change_the_picture()
    {
        var options = new StreetOptions { Seed = 9, Size = new PictureSize(320, 192), Frames = 3, Pace = StreetPace.Fast };
        Assert.Equal(Pictures(options, null), Pictures(options, (_, _) => { }));
    }

    private static byte[] Pictures(StreetOptions options, Action<TimeSpan, List<StreetObject>>? told)
    {
        using var source = new SyntheticStreetSource(options, TimeProvider.System, told);
        var pixels = new byte[source.Open(default).Format.ByteCount];
        List<byte> all = [];
        while (source.Read(pixels, out _) == ReadStatus.Frame)
        {
            all.AddRange(pixels);
        }

        return [.. all];
    }
}
