using System.CommandLine;
using EdgeVision.Inference.Accelerators.Probing;

namespace EdgeVision.Service.Verbs;

/// <summary>The option that names plug-in provider libraries.</summary>
internal sealed class PluginChoice
{
    private readonly Option<PluginLibrary[]?> _libraries = new("--library")
    {
        Description = "A vendor's plug-in provider library, and a name to register it under; may be given again", HelpName = "NAME=PATH", CustomParser = Parse,
    };

    public PluginChoice(Command command) => command.Options.Add(_libraries);

    public IReadOnlyList<PluginLibrary> Read(ParseResult parsed) => parsed.GetValue(_libraries) ?? [];

    private static PluginLibrary[]? Parse(System.CommandLine.Parsing.ArgumentResult result)
    {
        var libraries = result.Tokens.Select(static token => PluginLibrary.Parse(token.Value)).ToArray();
        if (libraries.All(static library => library is not null))
        {
            return libraries!;
        }

        result.AddError($"--library takes NAME=PATH, such as Hailo=/usr/lib/libhailo-ep.so, not '{result.Tokens[Array.IndexOf(libraries, null)].Value}'");
        return null;
    }
}
