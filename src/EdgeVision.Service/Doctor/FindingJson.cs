namespace EdgeVision.Service.Doctor;

/// <summary>One entry of `doctor --json`, as docs/formats/json-outputs.md has it.</summary>
internal sealed record FindingJson(string State, string Subject, string Found, string? Fix, IReadOnlyList<string> Details)
{
    public static FindingJson Of(Finding finding) => new(
        StateName(finding.State), finding.Subject, finding.Found, finding.Fix.Length == 0 ? null : finding.Fix, finding.Details);

    public static string StateName(CheckState state) => state.ToString().ToLowerInvariant();
}
