using EdgeVision.Capture.Processes;
using EdgeVision.Service.Devices;
using EdgeVision.Service.Doctor.Accelerators;

namespace EdgeVision.Service.Tests.Doctor;

/// <summary>Answers probes by their arguments; a shell stands for the program.</summary>
internal sealed class ScriptedProbe(string system, params string[] providers)
{
    private readonly List<string> _cases = [];

    public const string Usable = """{"outcome":"Usable","message":"","open_ms":12,"run_ms":0.5,"precision":"Fp32"}""";

    /// <summary>What is answered to arguments that fit a shell's pattern; the first that fits counts.</summary>
    public ScriptedProbe Says(string pattern, string json)
    {
        _cases.Add($"{pattern}) printf '\\nedgevision-probe %s\\n' '{json}';;");
        return this;
    }

    public ScriptedProbe Does(string pattern, string script)
    {
        _cases.Add($"{pattern}) {script};;");
        return this;
    }

    public BoundedProbes Bounded(TimeSpan? starting = null)
    {
        var names = string.Join(',', providers.Select(name => $"\"{name}\""));
        Says("probe-provider", $$"""{"version":"1.30.0","path":"/opt/ort.so","providers":[{{names}}],"system":"{{system}}","error":""}""");
        var script = $"case \"$*\" in\n{string.Join('\n', _cases)}\nesac";
        return new BoundedProbes(
            new ProbeProcess(arguments => new ChildCommand("sh", ["-c", script, "sh", .. arguments]), TimeSpan.FromSeconds(30)), TimeProvider.System, starting ?? TimeSpan.FromMinutes(1));
    }
}
