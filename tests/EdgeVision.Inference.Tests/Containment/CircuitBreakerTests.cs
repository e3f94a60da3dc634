using EdgeVision.Core.Faults;
using EdgeVision.Inference.Accelerators.Containment;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Inference.Tests.Containment;

/// <summary>When it opens, and when it may be tried again.</summary>
public class CircuitBreakerTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    [Fact]
    public void It_opens_exactly_when_so_many_faults_lie_within_a_window()
    {
        var gaps = Gen.Choose(0, 12_000).ListOf().Select(list => list.Select(ms => TimeSpan.FromMilliseconds(ms)).ToArray());
        var cases = from list in gaps from faults in Gen.Choose(1, 5) select (list, faults);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var breaker = Breaker(c.faults);
            var now = TimeSpan.Zero;
            var times = new List<TimeSpan>();
            foreach (var gap in c.list)
            {
                now += gap;
                times.Add(now);

                // Told by counting all of the past anew.
                var expected = times.Count(time => now - time < Window) >= c.faults;
                if (breaker.Record(now) != expected || breaker.IsOpen != expected)
                {
                    return false;
                }

                if (expected)
                {
                    breaker.Close(now);
                    times.Clear();
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Pauses_grow_to_the_ceiling_while_it_fails_and_begin_anew_after_a_calm_window()
    {
        var breaker = Breaker(1);
        var now = TimeSpan.Zero;
        var pauses = new List<double>();
        for (var i = 0; i < 10; i++)
        {
            breaker.Trip(now);
            pauses.Add((breaker.TryAt - now).TotalSeconds);
            now = breaker.TryAt;
        }

        for (var i = 0; i < pauses.Count; i++)
        {
            var whole = Math.Min(2 * Math.Pow(2, i), 60);
            Assert.InRange(pauses[i], whole / 2, whole);
        }

        // Back for less than a window: as bad as before.
        breaker.Close(now);
        now += Window - TimeSpan.FromTicks(1);
        breaker.Trip(now);
        Assert.InRange((breaker.TryAt - now).TotalSeconds, 30, 60);

        now = breaker.TryAt;
        breaker.Close(now);
        now += Window;
        breaker.Trip(now);
        Assert.InRange((breaker.TryAt - now).TotalSeconds, 1, 2);
    }

    [Fact]
    public void It_is_calm_once_no_fault_counts_any_more()
    {
        var breaker = Breaker(3);
        Assert.True(breaker.IsCalm(TimeSpan.Zero));
        breaker.Record(TimeSpan.FromSeconds(1));
        Assert.False(breaker.IsCalm(TimeSpan.FromSeconds(10.9)));
        Assert.True(breaker.IsCalm(TimeSpan.FromSeconds(11)));
        breaker.Trip(TimeSpan.FromSeconds(12));
        Assert.False(breaker.IsCalm(TimeSpan.FromSeconds(100)));
    }

    private static CircuitBreaker Breaker(int faults) => new(faults, Window, new Backoff(First, Longest, new Random(1)));
}
