using EdgeVision.Service.Doctor;

namespace EdgeVision.Service.Tests.Doctor;

/// <summary>A check that does what the test says.</summary>
internal sealed class FakeCheck(string subject, TimeSpan limit, Func<FindingList, CancellationToken, Task> run) : ICheck
{
    public string Subject => subject;

    public TimeSpan Limit => limit;

    public Task RunAsync(FindingList findings, CancellationToken cancellation) => run(findings, cancellation);
}
