using System.CommandLine;

namespace EdgeVision.Service.Verbs;

/// <summary>All verbs of the program.</summary>
internal static class CommandTree
{
    public static RootCommand Build()
    {
        var root = new RootCommand("EdgeVision: cameras to quantized detectors to MQTT, on whatever the device offers.");
        root.Subcommands.Add(VersionVerb.Create());
        root.Subcommands.Add(CompletionVerb.Create());
        return root;
    }

    /// <summary>A verb with its summary and, for --help, examples of its use.</summary>
    public static Command Verb(string name, string summary, params string[] examples) => new(
        name, $"{summary}{Environment.NewLine}{Environment.NewLine}Examples:{Environment.NewLine}{string.Join(Environment.NewLine, examples.Select(e => "  edgevision " + e))}");
}
