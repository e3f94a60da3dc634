using System.CommandLine;

namespace EdgeVision.Service.Verbs;

/// <summary>A verb that knows examples of its use; its --help shows them.</summary>
internal sealed class VerbCommand(string name, string summary, IReadOnlyList<string> examples) : Command(name, summary)
{
    /// <summary>What follows the program's name.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}
