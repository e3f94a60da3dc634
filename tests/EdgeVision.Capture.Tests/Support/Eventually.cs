namespace EdgeVision.Capture.Tests.Support;

public static class Eventually
{
    /// <summary>Waits until the condition holds; fails with its text after a generous limit.</summary>
    public static void Holds(
        Func<bool> condition, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(condition))] string what = "")
    {
        var limit = System.Diagnostics.Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(limit.Elapsed < TimeSpan.FromSeconds(30), $"never became true: {what}");
            Thread.Sleep(10);
        }
    }
}
