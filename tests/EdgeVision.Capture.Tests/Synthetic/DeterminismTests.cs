namespace EdgeVision.Capture.Tests.Synthetic;

public class DeterminismTests
{
    [Fact]
    public void TheSameSeedGivesTheSameBytes()
    {
        var one = Street.Scene("seed=5&traffic=busy");
        var other = Street.Scene("seed=5&traffic=busy");
        foreach (var frame in new long[] { 0, 1, 777, 123_456 })
        {
            Assert.Equal(Street.Hash(one, frame), Street.Hash(other, frame));
        }
    }

    [Fact]
    public void AnotherSeedGivesAnotherStreet() =>
        Assert.NotEqual(Street.Hash(Street.Scene("seed=5"), 10), Street.Hash(Street.Scene("seed=6"), 10));

    [Fact]
    public void AnyFrameCanBeDrawnWithoutThoseBefore()
    {
        var inOrder = Street.Scene("seed=9&traffic=busy");
        var hashes = Enumerable.Range(3990, 30).Select(i => Street.Hash(inOrder, i)).ToArray();
        var jumping = Street.Scene("seed=9&traffic=busy");
        foreach (var frame in new[] { 4019, 3990, 4004, 3991, 4018 })
        {
            Street.Hash(jumping, frame * 7L);
            Assert.Equal(hashes[frame - 3990], Street.Hash(jumping, frame));
        }
    }

    [Fact]
    public void AskingForTheTruthDoesNotChangeThePicture()
    {
        var asked = Street.Scene("seed=3&traffic=busy");
        Street.Truth(asked, 50);
        Assert.Equal(Street.Hash(Street.Scene("seed=3&traffic=busy"), 50), Street.Hash(asked, 50));
    }

    [Fact]
    public void ObjectsKeepTheirIdFromFrameToFrame()
    {
        var scene = Street.Scene("seed=4&traffic=busy&light=day");
        var pairs = 0;
        for (var frame = 100; frame < 160; frame++)
        {
            var before = Street.Truth(scene, frame).ToDictionary(static o => o.Id);
            foreach (var now in Street.Truth(scene, frame + 1))
            {
                if (before.TryGetValue(now.Id, out var then))
                {
                    pairs++;
                    Assert.Equal(then.Label, now.Label);
                    Assert.InRange(now.Depth - then.Depth, -1.2f, 1.2f);
                }
            }
        }

        Assert.True(pairs > 100, $"only {pairs} objects were seen twice");
    }
}
