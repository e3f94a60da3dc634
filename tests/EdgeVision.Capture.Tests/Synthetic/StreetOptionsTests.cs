using EdgeVision.Capture.Synthetic;
using EdgeVision.Core.Frames;

namespace EdgeVision.Capture.Tests.Synthetic;

public class StreetOptionsTests
{
    [Fact]
    public void AllSettingsAreRead()
    {
        var options = StreetOptions.Parse("seed=7&size=640x360&fps=12.5&traffic=busy&light=night&weather=rain&start=40&frames=100&pace=fast");
        Assert.Equal(
            new StreetOptions
            {
                Seed = 7,
                Size = new PictureSize(640, 360),
                FramesPerSecond = 12.5,
                Traffic = Traffic.Busy,
                Light = StreetLight.Night,
                Weather = StreetWeather.Rain,
                Start = 40,
                Frames = 100,
                Pace = StreetPace.Fast,
            },
            options);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    public void EverythingMayBeLeftOut(string query)
    {
        var options = StreetOptions.Parse(query);
        Assert.Equal(new PictureSize(768, 432), options.Size);
        Assert.Equal(10, options.FramesPerSecond);
        Assert.Null(options.Frames);
    }

    [Theory]
    [InlineData("sed=1", "sed")]
    [InlineData("seed=x", "seed")]
    [InlineData("seed=-1", "seed")]
    [InlineData("size=321x180", "even")]
    [InlineData("size=100x90", "160x96")]
    [InlineData("fps=0", "fps")]
    [InlineData("fps=1e9", "fps")]
    [InlineData("traffic=lots", "empty, quiet, normal, busy")]
    [InlineData("traffic=2", "empty, quiet, normal, busy")]
    [InlineData("frames=0", "at least 1")]
    [InlineData("seed", "key=value")]
    [InlineData("seed=1&seed=2", "twice")]
    public void WrongSettingsAreNamed(string query, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => StreetOptions.Parse(query)).Message, StringComparison.Ordinal);
}
