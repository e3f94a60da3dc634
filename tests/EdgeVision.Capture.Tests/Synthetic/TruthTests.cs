using EdgeVision.Core.Geometry;

namespace EdgeVision.Capture.Tests.Synthetic;

public class TruthTests
{
    private const int Width = 320;
    private const int Height = 180;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void VisibleBoxesAreTheExtentOfTheIdMask(int seed)
    {
        var scene = Street.Scene($"seed={seed}&traffic=busy");
        var checkedBoxes = 0;
        for (long frame = 0; frame < 4000; frame += 250)
        {
            var truth = Street.Truth(scene, frame);
            var mask = scene.IdMask(frame).ToArray();
            foreach (var item in truth)
            {
                Assert.Equal(NaiveExtent(mask, item.MaskId), item.VisibleBox);
                checkedBoxes++;
            }

            Assert.Equal(
                mask.Where(static id => id != 0).Distinct().Order().Select(static id => (int)id),
                truth.Where(static t => t.VisibleFraction > 0).Select(static t => t.MaskId).Order());
        }

        Assert.True(checkedBoxes > 20);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(12)]
    public void BoxesLieInThePictureAndHoldTheirVisiblePart(int seed)
    {
        var scene = Street.Scene($"seed={seed}&traffic=busy");
        for (long frame = 0; frame < 6000; frame += 300)
        {
            foreach (var item in Street.Truth(scene, frame))
            {
                Assert.InRange(item.Box.X, 0, 1);
                Assert.InRange(item.Box.Y, 0, 1);
                Assert.InRange(item.Box.Right, 0, 1.00001f);
                Assert.InRange(item.Box.Bottom, 0, 1.00001f);
                Assert.InRange(item.VisibleFraction, 0, 1);
                Assert.True(item.Box.Area > 0);
                Assert.True(item.VisibleFraction < 1 || item.VisibleBox == item.Box);
                Assert.True(item.VisibleFraction == 0 || Holds(item.Box, item.VisibleBox), $"{item}");
            }
        }
    }

    [Fact]
    public void SomethingIsOccludedNowAndThen()
    {
        var scene = Street.Scene("seed=2&traffic=busy");
        var fractions = Enumerable.Range(0, 60).SelectMany(i => Street.Truth(scene, i * 90)).Select(static o => o.VisibleFraction).ToList();
        Assert.Contains(fractions, static f => f < 0.5f);
        int Above(float share) => fractions.Count(f => f > share);
        Assert.True(Above(0.9f) > fractions.Count / 2, $"of {fractions.Count} only {Above(0.95f)} are seen to 95 %, {Above(0.9f)} to 90 %, {Above(0.7f)} to 70 %");
    }

    [Fact]
    public void SomeBicyclesStandWithoutARider()
    {
        var scene = Street.Scene("seed=3&traffic=quiet");
        var (ridden, parked) = (0, 0);
        for (long frame = 0; frame < 60_000; frame += 1200)
        {
            var truth = Street.Truth(scene, frame);
            var people = truth.Where(static o => o.Label == "person").Select(static o => o.Id).ToHashSet();
            var bicycles = truth.Where(static o => o.Label == "bicycle").ToList();
            ridden += bicycles.Count(b => people.Contains(b.Id + 1));
            parked += bicycles.Count(b => !people.Contains(b.Id + 1));
        }

        Assert.True(ridden > 0 && parked > 10, $"{ridden} ridden, {parked} parked");
    }

    [Fact]
    public void AllSixLabelsOccur()
    {
        var labels = new HashSet<string>();
        for (var seed = 1; seed <= 4; seed++)
        {
            var scene = Street.Scene($"seed={seed}&traffic=busy");
            for (long frame = 0; frame < 3000; frame += 60)
            {
                labels.UnionWith(Street.Truth(scene, frame).Select(static o => o.Label));
            }
        }

        Assert.Equal(["bicycle", "bus", "car", "motorcycle", "person", "truck"], labels.Order());
    }

    [Theory]
    [InlineData("quiet")]
    [InlineData("normal")]
    public void ThereAreEmptyTimes(string traffic)
    {
        for (var seed = 1; seed <= 2; seed++)
        {
            var scene = Street.Scene($"seed={seed}&traffic={traffic}");
            var counts = Enumerable.Range(0, 150).Select(i => Street.Truth(scene, i * 80).Count).ToList();
            Assert.Contains(0, counts);
            Assert.Contains(counts, static c => c > 0);
        }
    }

    [Fact]
    public void AnEmptyStreetStaysEmpty()
    {
        var scene = Street.Scene("traffic=empty");
        Assert.All(Enumerable.Range(0, 50), i => Assert.Empty(Street.Truth(scene, i * 100)));
    }

    [Fact]
    public void BusierTrafficShowsMore()
    {
        int Total(string traffic) => Enumerable.Range(1, 2).Sum(seed =>
        {
            var scene = Street.Scene($"seed={seed}&traffic={traffic}");
            return Enumerable.Range(0, 60).Sum(i => Street.Truth(scene, i * 100).Count);
        });
        int quiet = Total("quiet"), normal = Total("normal"), busy = Total("busy");
        Assert.True(quiet < normal && normal < busy, $"quiet {quiet}, normal {normal}, busy {busy}");
    }

    private static Box NaiveExtent(byte[] mask, int id)
    {
        int left = Width, top = Height, right = 0, bottom = 0;
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                if (mask[(y * Width) + x] == id)
                {
                    left = Math.Min(left, x);
                    right = Math.Max(right, x + 1);
                    top = Math.Min(top, y);
                    bottom = Math.Max(bottom, y + 1);
                }
            }
        }

        return right == 0
            ? default
            : Box.FromCorners(left / (float)Width, top / (float)Height, right / (float)Width, bottom / (float)Height);
    }

    private static bool Holds(in Box outer, in Box inner) => inner.X >= outer.X && inner.Y >= outer.Y
        && inner.Right <= outer.Right + 1e-5f && inner.Bottom <= outer.Bottom + 1e-5f;
}
