using EdgeVision.Service.Quantizing;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Service.Tests.Quantizing;

public class EvenPicksTests
{
    [Fact]
    public void PicksRiseStayInsideAndAreEvenlySpaced() => Prop.ForAll<ushort, byte>((count, more) =>
    {
        var wanted = more + 1;
        var picks = EvenPicks.Of(count, wanted);
        var gaps = picks.Zip(picks.Skip(1), (a, b) => b - a).ToArray();
        return picks.Count == Math.Min(count, wanted)
            && picks.All(pick => pick >= 0 && pick < count)
            && (gaps.Length == 0 || (gaps.Min() >= 1 && gaps.Max() - gaps.Min() <= 1));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void TheMiddlesOfTheSharesAreTaken() => Assert.Equal([1, 3, 5, 7, 9], EvenPicks.Of(10, 5));
}
