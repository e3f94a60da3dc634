namespace EdgeVision.Architecture.Tests.Rules;

/// <summary>
/// Who may use whom. Each project uses Core, Imaging and Native; siblings never see each other. The exceptions stand
/// here and nowhere else; a new project gets a row here and a page in docs/decisions.
/// </summary>
internal static class ProjectTable
{
    public const string Core = "EdgeVision.Core";
    public const string Native = "EdgeVision.Native";
    public const string Imaging = "EdgeVision.Imaging";
    public const string Messaging = "EdgeVision.Messaging";
    public const string Service = "EdgeVision.Service";

    private const string Yaml = "EdgeVision.Yaml";
    private const string Capture = "EdgeVision.Capture";
    private const string Inference = "EdgeVision.Inference";
    private const string Power = "EdgeVision.Power";

    // Yaml stands below all: docs/decisions/0002-yaml-has-its-own-project.md.
    private static readonly string[] s_base = [Core, Native, Imaging, Yaml];

    private static readonly Dictionary<string, string[]> s_rows = new()
    {
        [Core] = [],
        [Native] = [],
        [Yaml] = [],
        [Imaging] = [Core, Native],
        [Capture] = s_base,
        [Inference] = s_base,
        ["EdgeVision.ModelTools"] = [.. s_base, Inference, Capture],
        ["EdgeVision.Scene"] = s_base,
        [Power] = s_base,
        [Messaging] = s_base,
        ["EdgeVision.Adapters.OpenCvSharp"] = [.. s_base, Inference, Capture],
        ["EdgeVision.Adapters.MqttNet"] = [.. s_base, Messaging],
        ["EdgeVision.Adapters.IotDevice"] = [.. s_base, Power],
    };

    /// <summary>The packages of the projects that everything rests on; the others choose their own.</summary>
    private static readonly Dictionary<string, string[]> s_packages = new()
    {
        [Core] = ["Microsoft.Extensions.Logging.Abstractions"],
        [Native] = [],
        [Yaml] = ["YamlDotNet"],
    };

    public static bool Knows(string project) => project == Service || s_rows.ContainsKey(project);

    public static bool MayUse(string project, string other) =>
        project == Service ? Knows(other) : s_rows.TryGetValue(project, out var row) && row.Contains(other);

    public static bool MayUsePackage(string project, string package) =>
        !s_packages.TryGetValue(project, out var allowed) || allowed.Contains(package);
}
