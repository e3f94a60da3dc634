using EdgeVision.Capture.Synthetic;

namespace EdgeVision.Capture.Tests.Synthetic;

public class PictureTests
{
    [Theory]
    [InlineData("light=day&weather=dry")]
    [InlineData("light=dusk&weather=rain")]
    [InlineData("light=night&weather=rain")]
    public void AllBytesAreInLimitedRange(string query)
    {
        var scene = Street.Scene("seed=8&traffic=busy&" + query);
        var pixels = new byte[scene.ByteCount];
        for (long frame = 0; frame < 2000; frame += 250)
        {
            scene.Render(frame, pixels);
            Assert.InRange(pixels.AsSpan(0, 320 * 180).ToArray().Min(), (byte)16, (byte)235);
            Assert.InRange(pixels.AsSpan(0, 320 * 180).ToArray().Max(), (byte)16, (byte)235);
            Assert.InRange(pixels.AsSpan(320 * 180).ToArray().Min(), (byte)16, (byte)240);
            Assert.InRange(pixels.AsSpan(320 * 180).ToArray().Max(), (byte)16, (byte)240);
        }
    }

    [Fact]
    public void MovingObjectsChangeThePictureWhereTheyAre()
    {
        var busy = Street.Scene("seed=8&traffic=busy&light=day&weather=dry");
        var empty = Street.Scene("seed=8&traffic=empty&light=day&weather=dry");
        var (with, without) = (new byte[busy.ByteCount], new byte[busy.ByteCount]);
        var compared = 0;
        for (long frame = 0; frame < 6000 && compared < 5; frame += 50)
        {
            var mask = busy.IdMask(frame);
            if (mask.Count((byte)0) > mask.Length - 600)
            {
                continue;
            }

            busy.Render(frame, with);
            empty.Render(frame, without);
            double inside = 0, outside = 0;
            int insideCount = 0, outsideCount = 0;
            for (var i = 0; i < mask.Length; i++)
            {
                var difference = Math.Abs(with[i] - without[i]);
                (inside, insideCount) = mask[i] != 0 ? (inside + difference, insideCount + 1) : (inside, insideCount);
                (outside, outsideCount) = mask[i] == 0 ? (outside + difference, outsideCount + 1) : (outside, outsideCount);
            }

            // Outside there are only shadows.
            compared++;
            Assert.True(inside / insideCount > 6 * (outside / outsideCount), $"frame {frame}: {inside / insideCount} inside, {outside / outsideCount} outside");
        }

        Assert.Equal(5, compared);
    }

    [Fact]
    public void NightIsDarkerThanDay()
    {
        double Mean(string light)
        {
            var scene = Street.Scene($"seed=2&traffic=normal&weather=dry&light={light}");
            var pixels = new byte[scene.ByteCount];
            scene.Render(40, pixels);
            return pixels.Take(320 * 180).Average(static b => (double)b);
        }

        double day = Mean("day"), dusk = Mean("dusk"), night = Mean("night");
        Assert.True(night < dusk && dusk < day, $"day {day}, dusk {dusk}, night {night}");
    }

    [Fact]
    public void TheCycleHasDayAndNight()
    {
        var scene = Street.Scene("seed=2&traffic=empty&weather=dry");
        var pixels = new byte[scene.ByteCount];
        var means = Enumerable.Range(0, 48).Select(i =>
        {
            scene.Render(i * 100, pixels);
            return pixels.Take(320 * 180).Average(static b => (double)b);
        }).ToList();
        Assert.True(means.Max() > 1.7 * means.Min());
    }

    [Theory]
    [InlineData(160, 96)]
    [InlineData(416, 416)]
    [InlineData(642, 258)]
    public void AnySizeCanBeDrawn(int width, int height)
    {
        var scene = new StreetScene(StreetOptions.Parse($"size={width}x{height}&traffic=busy&seed=3"));
        var pixels = new byte[width * height * 3 / 2];
        scene.Render(300, pixels);
        Assert.True(pixels.Take(width * height).Distinct().Count() > 60);
    }

    [Fact]
    public void ATooSmallBufferIsRefused()
    {
        var scene = Street.Scene("seed=1");
        Assert.Contains("86400 bytes", Assert.Throws<ArgumentException>(() => scene.Render(0, new byte[100])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DrawingAllocatesNothing()
    {
        var scene = Street.Scene("seed=1&traffic=busy&weather=rain");
        var pixels = new byte[scene.ByteCount];
        var truth = new List<StreetObject>(300);
        void Draw(long frame)
        {
            scene.Render(frame, pixels);
            scene.Truth(frame, truth);
        }

        // Once through, so that everything is compiled and all lists have grown.
        for (long frame = 0; frame < 5000; frame += 50)
        {
            Draw(frame);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (long frame = 5; frame < 5000; frame += 50)
        {
            Draw(frame);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
