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
        root.Subcommands.Add(DoctorVerb.Create());
        root.Subcommands.Add(DetectVerb.Create());
        root.Subcommands.Add(EvalVerb.Create());
        root.Subcommands.Add(BenchVerb.Create());
        root.Subcommands.Add(ProfileVerb.Create());
        root.Subcommands.Add(QuantizeVerb.Create());
        root.Subcommands.Add(StreetVerb.Create());
        root.Subcommands.Add(ModelsVerb.Create());
        root.Subcommands.Add(DevicesVerb.Create());
        root.Subcommands.Add(ProbeProviderVerb.Create());
        root.Subcommands.Add(WorkerVerb.Create());
        root.Subcommands.Add(VersionVerb.Create());
        root.Subcommands.Add(CompletionVerb.Create());
        HelpWithExamples.AddTo(root);
        return root;
    }

    /// <summary>A verb with its summary and examples of its use, written as what follows the program's name.</summary>
    public static Command Verb(string name, string summary, params string[] examples) => new VerbCommand(name, summary, examples);

    /// <summary>Sets what a verb does; what goes wrong becomes a message and an exit code.</summary>
    public static Command Does(this Command command, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        command.SetAction((parsed, cancellation) => Failure.Guard(() => action(parsed, cancellation)));
        return command;
    }
}
