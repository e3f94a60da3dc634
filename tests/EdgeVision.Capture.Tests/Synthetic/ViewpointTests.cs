using EdgeVision.Capture.Synthetic;

namespace EdgeVision.Capture.Tests.Synthetic;

public class ViewpointTests
{
    [Fact]
    public void SeedsDifferInHowLargePeopleAre()
    {
        var tallest = new List<float>();
        var cut = 0;
        for (var seed = 1; seed <= 11; seed++)
        {
            var scene = new StreetScene(StreetOptions.Parse($"seed={seed}&size=160x96&traffic=busy&light=day&weather=dry"));
            var people = Enumerable.Range(0, 20).SelectMany(i => Street.Truth(scene, i * 300))
                .Where(static o => o.Label == "person" && o.VisibleFraction > 0.5f).ToList();
            cut += people.Count(static o => o.VisibleBox.Bottom > 0.999f && o.VisibleBox.Height > 0.5f);
            tallest.Add(people.Select(static o => o.VisibleBox.Height).Max());
        }

        Assert.True(tallest.Count(static m => m > 0.6f) >= 2, $"tallest by seed: {string.Join(' ', tallest)}");
        Assert.True(tallest.Count(static m => m < 0.35f) >= 2, $"tallest by seed: {string.Join(' ', tallest)}");
        Assert.True(cut > 5, $"{cut} close people are cut by the lower edge");
    }

    [Fact]
    public void VehiclesAreSeenFromTheSideAndFromTheirEnds()
    {
        var shapes = new List<float>();
        foreach (var seed in new[] { 1, 3, 5, 6, 11 })
        {
            var options = StreetOptions.Parse($"seed={seed}&size=160x96&traffic=busy&light=day&weather=dry");
            var scene = new StreetScene(options);
            shapes.AddRange(Enumerable.Range(0, 30).SelectMany(i => Street.Truth(scene, i * 400))
                .Where(static o => o.Label == "car" && o.VisibleFraction > 0.95f && o.VisibleBox.Height > 0.08f && o.VisibleBox.X > 0.01f && o.VisibleBox.Right < 0.99f)
                .Select(static o => o.VisibleBox.Width * 160 / (o.VisibleBox.Height * 96)));
        }

        var (side, end) = (shapes.Count(static s => s > 2), shapes.Count(static s => s < 1.7f));
        Assert.True(side > 10 && end > 5, $"{side} cars from the side and {end} from the front or rear, of {shapes.Count}");
    }
}
