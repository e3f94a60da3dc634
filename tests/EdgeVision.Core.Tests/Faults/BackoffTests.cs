using EdgeVision.Core.Faults;

namespace EdgeVision.Core.Tests.Faults;

public class BackoffTests
{
    [Fact]
    public void Pauses_double_to_the_ceiling_and_jitter_only_shortens_by_half_at_most()
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(30), new Random(1));
        for (var failure = 0; failure < 60; failure++)
        {
            var full = Math.Min(30, 0.5 * Math.Pow(2, failure));
            Assert.InRange(backoff.Next().TotalSeconds, full / 2, full);
        }

        backoff.Reset();
        Assert.InRange(backoff.Next().TotalSeconds, .25, .5);
    }
}
