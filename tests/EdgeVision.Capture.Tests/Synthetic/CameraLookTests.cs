using EdgeVision.Capture.Synthetic;

namespace EdgeVision.Capture.Tests.Synthetic;

public class CameraLookTests
{
    [Fact]
    public void SomeCamerasLoseTheirColoursByNightAndKeepThemByDay()
    {
        var grey = 0;
        for (var seed = 1; seed <= 12; seed++)
        {
            var (day, night) = (Colour(seed, "day"), Colour(seed, "night"));
            Assert.True(day > 4, $"seed {seed} has no colours by day: {day}");
            grey += night < 0.5 ? 1 : 0;
        }

        Assert.InRange(grey, 2, 8);
    }

    /// <summary>How far Cb or Cr goes from grey, in code values.</summary>
    private static double Colour(int seed, string light)
    {
        var scene = new StreetScene(
            StreetOptions.Parse($"seed={seed}&size=160x96&weather=dry&traffic=empty&light={light}"));
        var pixels = new byte[scene.ByteCount];
        scene.Render(0, pixels);
        var chroma = pixels.AsSpan(160 * 96).ToArray();
        return chroma.Max(static c => Math.Abs(c - 128.0));
    }
}
