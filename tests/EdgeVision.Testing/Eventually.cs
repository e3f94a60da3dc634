using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit;

namespace EdgeVision.Testing;

/// <summary>Waits for conditions instead of sleeping for luck.</summary>
public static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Returns when the condition holds; fails, naming it, after a generous limit.</summary>
    public static async Task Holds(
        Func<bool> condition, TimeSpan? limit = null, Func<string>? otherwise = null, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > (limit ?? Limit))
            {
                Assert.Fail($"never became true: {what}{Environment.NewLine}{otherwise?.Invoke()}");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>The same for a thread that may block; looks more often.</summary>
    public static void HoldsSync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        Assert.True(SpinWait.SpinUntil(condition, Limit), $"never became true: {what}");
}
