using EdgeVision.Capture.Synthetic;
using EdgeVision.Capture.Synthetic.Export;

namespace EdgeVision.Capture.Tests.Synthetic;

public class StreetMomentsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(1000)]
    public void MomentsAreDistinctAndOnePerPartOfTheDay(int count)
    {
        var options = StreetOptions.Parse("seed=12&weather=dry");
        var frames = StreetMoments.Spread(options, count);
        Assert.Equal(frames, StreetMoments.Spread(options, count));
        Assert.Equal(count, frames.Distinct().Count());

        // A day has 4800 frames: 480 s at 10 a second.
        var parts = frames.Select(frame => (int)(frame % 4800 * count / 4800)).ToList();
        Assert.All(parts.Select((part, index) => part - index), static off => Assert.InRange(off, -1, 1));
    }

    [Fact]
    public void AnotherSeedHasOtherMoments() => Assert.NotEqual(
        StreetMoments.Spread(StreetOptions.Parse("seed=1"), 8), StreetMoments.Spread(StreetOptions.Parse("seed=2"), 8));

    [Fact]
    public void DayAndNightAreBothSeen()
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var options = StreetOptions.Parse($"seed={seed}&size=320x180&traffic=empty&weather=dry");
            var scene = new StreetScene(options);
            var pixels = new byte[scene.ByteCount];
            var means = StreetMoments.Spread(options, 8).Select(frame =>
            {
                scene.Render(frame, pixels);
                return pixels.Take(320 * 180).Average(static b => (double)b);
            }).ToList();
            Assert.True(means.Max() > 1.3 * means.Min(), $"seed {seed}: {string.Join(' ', means)}");
        }
    }

    [Fact]
    public void OneIsInTheRainWhereTheWeatherChanges()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var dry = new StreetScene(StreetOptions.Parse($"seed={seed}&size=320x180&traffic=empty&weather=dry"));
            var options = StreetOptions.Parse($"seed={seed}&size=320x180&traffic=empty");
            var changing = new StreetScene(options);
            var (with, without) = (new byte[dry.ByteCount], new byte[dry.ByteCount]);
            Assert.Contains(StreetMoments.Spread(options, 8), frame =>
            {
                changing.Render(frame, with);
                dry.Render(frame, without);
                return !with.AsSpan().SequenceEqual(without);
            });
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void OtherCountsAreRefused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StreetMoments.Spread(new StreetOptions(), count));
}
