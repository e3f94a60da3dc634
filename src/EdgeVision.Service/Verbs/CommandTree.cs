using System.CommandLine;

namespace EdgeVision.Service.Verbs;

/// <summary>All verbs of the program.</summary>
internal static class CommandTree
{
    public static RootCommand Build()
    {
        var root = new RootCommand("EdgeVision: cameras to quantized detectors to MQTT, on whatever the device offers.");
        root.Subcommands.Add(RunVerb.Create());
        root.Subcommands.Add(CheckVerb.Create());
        root.Subcommands.Add(DetectVerb.Create());
        root.Subcommands.Add(EvalVerb.Create());
        root.Subcommands.Add(BenchVerb.Create());
        root.Subcommands.Add(ModelsVerb.Create());
        root.Subcommands.Add(VersionVerb.Create());
        root.Subcommands.Add(CompletionVerb.Create());
        return root;
    }

    /// <summary>A verb with its summary and, for --help, examples of its use.</summary>
    public static Command Verb(string name, string summary, params string[] examples) => new(
        name, $"{summary}{Environment.NewLine}{Environment.NewLine}Examples:{Environment.NewLine}{string.Join(Environment.NewLine, examples.Select(e => "  edgevision " + e))}");

    /// <summary>Sets what a verb does; what goes wrong becomes a message and an exit code.</summary>
    public static Command Does(this Command command, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        command.SetAction((parsed, cancellation) => Failure.Guard(() => action(parsed, cancellation)));
        return command;
    }
}
