using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Doctor.Settings;

/// <summary>Whether the device file is right; every mistake is a line with its place, as `edgevision check` has it.</summary>
/// <param name="file">As it was read.</param>
public sealed class DeviceFileCheck(DeviceFile file) : ICheck
{
    public string Subject => "configuration";

    public Task RunAsync(FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (file.Bug is not null)
        {
            return Task.FromException(file.Bug);
        }

        if (file.Result is not { } result)
        {
            findings.Warn(Subject, "no device file: cameras, broker and its models were not looked at", "edgevision doctor --config FILE");
        }
        else if (result.IsValid)
        {
            var plan = result.Plan;
            var cameras = plan.Cameras.Count;
            findings.Ok(Subject, $"{file.Path}: device {plan.DeviceId}, {cameras} camera{(cameras == 1 ? "" : "s")}, broker {plan.Mqtt.Host}:{plan.Mqtt.Port}, topics {plan.Mqtt.BaseTopic}/#");
        }
        else
        {
            foreach (var problem in result.Errors.All.OrderBy(problem => problem.At.Line).ThenBy(problem => problem.At.Column))
            {
                findings.Fail(Subject, problem.ToString(), Fix(problem));
            }

            findings.Warn(Subject, "cameras, broker and models of the file were not looked at, because it has mistakes", "mend them, then look again");
        }

        return Task.CompletedTask;
    }

    private string Fix(Problem problem) => problem.At.Line > 0 ? $"mend line {problem.At.Line} of {file.Path}" : $"see {problem.At.Source}";
}
