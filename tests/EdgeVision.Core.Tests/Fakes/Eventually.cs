namespace EdgeVision.Core.Tests.Fakes;

public static class Eventually
{
    /// <summary>Waits until the condition holds; fails with its name after a generous limit.</summary>
    public static void Holds(
        Func<bool> condition, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(condition))] string what = "")
    {
        var held = SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(20));
        Assert.True(held, $"never became true: {what}");
    }
}
