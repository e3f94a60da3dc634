using System.Diagnostics.CodeAnalysis;
using EdgeVision.Service.Configuration.Options;
using EdgeVision.Service.Configuration.Plans;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Configuration;

/// <summary>A device's configuration, or everything that is wrong with it.</summary>
/// <param name="Config">As written; null when there are errors.</param>
/// <param name="Plan">Validated and resolved; null when there are errors.</param>
/// <param name="Errors">In the order they were found; its text is one a line in the order of the file.</param>
public sealed record ConfigResult(DeviceConfig? Config, DevicePlan? Plan, ProblemList Errors)
{
    [MemberNotNullWhen(true, nameof(Config), nameof(Plan))]
    public bool IsValid => Plan is not null;
}
