using System.Runtime.InteropServices;
using EdgeVision.Service.Verbs;

namespace EdgeVision.Service.Doctor.Host;

/// <summary>Which program, runtime and system this is.</summary>
public sealed class ProgramCheck : ICheck
{
    public string Subject => "program";

    public Task RunAsync(FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        findings.Ok(Subject, $"edgevision {VersionVerb.Version}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {RuntimeInformation.OSDescription}");
        return Task.CompletedTask;
    }
}
