using EdgeVision.Service.Doctor;

namespace EdgeVision.Service.Tests.Doctor;

/// <summary>Runs checks the way the verb does.</summary>
internal static class Examination
{
    // The machines of tests have other work to do.
    private const double Patience = 10;

    public static Task<IReadOnlyList<Finding>> Of(params ICheck[] checks) => Of(Patience, checks);

    /// <param name="patience">Factor of every limit.</param>
    /// <param name="checks">In order.</param>
    public static async Task<IReadOnlyList<Finding>> Of(double patience, params ICheck[] checks)
    {
        var all = new List<Finding>();
        await new CheckRun(TimeProvider.System, patience).RunAsync(checks, all.AddRange, CancellationToken.None);
        return all;
    }

    public static async Task<Finding> Single(ICheck check) => Assert.Single(await Of(check));

    /// <summary>The finding's state and words, all of which must be in it.</summary>
    public static void Says(Finding finding, CheckState state, string found, string fix)
    {
        Assert.Equal(state, finding.State);
        Assert.Contains(found, finding.Found, StringComparison.Ordinal);
        Assert.Contains(fix, finding.Fix, StringComparison.Ordinal);
    }

    public static void Says(IReadOnlyList<Finding> findings, string subject, CheckState state, string found, string fix) => Assert.True(
        findings.Any(one => one.Subject == subject && one.State == state && one.Found.Contains(found, StringComparison.Ordinal) && one.Fix.Contains(fix, StringComparison.Ordinal)),
        $"no {state} of {subject} with '{found}' and '{fix}' in:\n{string.Join('\n', findings)}");
}
