namespace EdgeVision.Architecture.Tests;

internal static class Verdict
{
    /// <summary>Fails with every violation on its own line.</summary>
    public static void Clean(IEnumerable<Violation> violations)
    {
        var found = violations.ToList();
        Assert.True(found.Count == 0, $"{found.Count} not as the house has it:\n{string.Join('\n', found)}");
    }

    /// <summary>Asserts that a made-up bad input is caught at its line, with words that say what is wrong.</summary>
    public static void Caught(IEnumerable<Violation> violations, int line, string says)
    {
        var violation = Assert.Single(violations);
        Assert.Equal(line, violation.Line);
        Assert.Contains(says, violation.What, StringComparison.Ordinal);
    }
}
