namespace EdgeVision.Service.Doctor;

/// <summary>What `doctor --json` writes, as docs/formats/json-outputs.md has it.</summary>
internal sealed record DoctorJson(string State, string Version, double Seconds, int Ok, int Warn, int Fail, FindingJson[] Findings)
{
    public static DoctorJson Of(IReadOnlyList<Finding> findings, string version, TimeSpan took)
    {
        int Count(CheckState state) => findings.Count(finding => finding.State == state);
        return new DoctorJson(
            FindingJson.StateName(findings.Count == 0 ? CheckState.Ok : findings.Max(finding => finding.State)), version, Math.Round(took.TotalSeconds, 2),
            Count(CheckState.Ok), Count(CheckState.Warn), Count(CheckState.Fail), [.. findings.Select(FindingJson.Of)]);
    }
}
