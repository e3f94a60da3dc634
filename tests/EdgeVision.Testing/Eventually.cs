using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit;

namespace EdgeVision.Testing;

/// <summary>Waits for conditions instead of sleeping for luck.</summary>
public static class Eventually
{
    /// <summary>Returns when the condition holds; fails, naming it, after a generous limit.</summary>
    public static async Task Holds(
        Func<bool> condition, TimeSpan? limit = null, Func<string>? otherwise = null, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > (limit ?? TimeSpan.FromSeconds(30)))
            {
                Assert.Fail($"never became true: {what}{Environment.NewLine}{otherwise?.Invoke()}");
            }

            await Task.Delay(20);
        }
    }
}
