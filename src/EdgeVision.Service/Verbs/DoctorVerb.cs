using System.CommandLine;
using System.Text.Json;
using EdgeVision.Inference.Accelerators.Hardware;
using EdgeVision.Service.Doctor;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision doctor`: what is wrong with this device, and what to type.</summary>
internal static class DoctorVerb
{
    private const string UsualFile = "/etc/edgevision/device.yaml";

    // What the limits of all checks come to.
    private const double UsualSeconds = 35;
    private const double LeastSeconds = 5;
    private const double MostSeconds = 600;

    public static Command Create()
    {
        var command = CommandTree.Verb(
            "doctor",
            "Looks at program, libraries, board, accelerators, models, broker and cameras, says what is wrong and what to type. Changes nothing. "
            + "Exit code 0: nothing failed (there may be warnings); 1: something failed; 130: Ctrl-C.",
            "doctor", "doctor --config /etc/edgevision/device.yaml", "doctor --config device-configs/demo.yaml --json", "doctor --seconds 60");
        var config = new ConfigChoice(command, required: false);
        var json = new Option<bool>("--json") { Description = "Writes JSON to standard output" };
        var seconds = NumberOption.Create("--seconds", LeastSeconds, MostSeconds, $"a number from {LeastSeconds} to {MostSeconds}", $"Takes about this long at most; {UsualSeconds} when left out");
        command.Options.Add(json);
        command.Options.Add(seconds);
        return command.Does((parsed, cancellation) =>
        {
            var file = Read(config, parsed);
            var patience = (parsed.GetValue(seconds) ?? UsualSeconds) / UsualSeconds;
            return RunAsync(new DoctorScope(new SystemTree(), file, config.Store, TimeProvider.System) { Patience = patience }, parsed.GetValue(json), cancellation);
        });
    }

    private static async Task<int> RunAsync(DoctorScope scope, bool asJson, CancellationToken cancellation)
    {
        var start = scope.Time.GetTimestamp();
        var all = new List<Finding>();
        var text = new ReportText(Console.Out, isColoured: !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is not { Length: > 0 });
        foreach (var round in Checkup.Rounds(scope))
        {
            await new CheckRun(scope.Time, scope.Patience).RunAsync(round, found => Take(found), cancellation).ConfigureAwait(false);
        }

        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(DoctorJson.Of(all, VersionVerb.Version, scope.Time.GetElapsedTime(start)), OutputJson.Default.DoctorJson));
        }
        else
        {
            text.WriteSummary(all, scope.Time.GetElapsedTime(start));
        }

        return all.Exists(finding => finding.State == CheckState.Fail) ? ExitCodes.Failed : ExitCodes.Ok;

        void Take(IReadOnlyList<Finding> found)
        {
            all.AddRange(found);
            if (!asJson)
            {
                text.Write(found);
            }
        }
    }

    private static DeviceFile Read(ConfigChoice config, ParseResult parsed)
    {
        var path = config.IsGiven(parsed.CommandResult) ? config.File(parsed).FullName : File.Exists(UsualFile) ? UsualFile : null;
        if (path is null)
        {
            return new DeviceFile(null, null);
        }

        try
        {
            return new DeviceFile(path, config.Read(path));
        }
        catch (Exception bug)
        {
            // The other checks do not need it.
            return new DeviceFile(path, null, bug);
        }
    }
}
