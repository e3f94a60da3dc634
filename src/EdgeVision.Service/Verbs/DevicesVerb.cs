using System.CommandLine;
using System.Text.Json;
using EdgeVision.Inference.Accelerators.Hardware;
using EdgeVision.Inference.Accelerators.Probing;
using EdgeVision.Service.Devices;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision devices`: what this machine can run inference on, and what is missing for the rest.</summary>
internal static class DevicesVerb
{
    private const double LongestProbe = 600;

    // CUDA starts for seconds; TensorRT builds even a tiny engine for longer on a small board.
    private const double UsualProbe = 30;

    public static Command Create()
    {
        var command = CommandTree.Verb(
            "devices", "Shows processors and accelerators, and tries each execution provider on a tiny model.",
            "devices", "devices --json", "devices --config /etc/edgevision/device.yaml", "devices --library Hailo=/usr/lib/libhailo-ep.so", "devices --probe-seconds 120");
        var config = new ConfigChoice(command, required: false);
        var plugins = new PluginChoice(command);
        var json = new Option<bool>("--json") { Description = "Writes JSON to standard output" };
        var seconds = NumberOption.Create("--probe-seconds", 1, LongestProbe, $"a number from 1 to {LongestProbe}", $"Time for trying one provider; {UsualProbe} when left out");
        command.Options.Add(json);
        command.Options.Add(seconds);
        return command.Does(async (parsed, cancellation) =>
        {
            var plan = config.IsGiven(parsed.CommandResult) ? config.Load(parsed) : null;
            if (plan is null && config.IsGiven(parsed.CommandResult))
            {
                return ExitCodes.Config;
            }

            var probes = new ProbeProcess(OwnProgram.AsProbe, TimeSpan.FromSeconds(parsed.GetValue(seconds) ?? UsualProbe));
            var hardware = HardwareScan.Read();
            var runtime = await probes.LookAsync(cancellation).ConfigureAwait(false);
            var libraries = PluginLibraries.Of(plan?.Plan).Concat(plugins.Read(parsed)).DistinctBy(static library => (library.Name, library.Path));
            var listed = await new PluginSurveyor(runtime, probes.ListAsync, probes.TryAsync).SurveyAsync(libraries, cancellation).ConfigureAwait(false);
            var survey = (await new DeviceSurveyor(runtime, probes.TryAsync).SurveyAsync(hardware, cancellation).ConfigureAwait(false)).With(listed);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(SurveyJson.Of(hardware, runtime, survey), OutputJson.Default.DevicesJson));
            }
            else
            {
                DevicesTable.Print(hardware, runtime, survey);
            }

            return survey.Devices.Any(static device => device.IsUsable) || listed.Any(static one => one.Usable) ? ExitCodes.Ok : ExitCodes.Unavailable;
        });
    }
}
