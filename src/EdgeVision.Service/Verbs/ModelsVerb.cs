using System.CommandLine;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision models`: what is known, what is here, and getting the rest.</summary>
internal static class ModelsVerb
{
    public static Command Create()
    {
        var command = CommandTree.Verb("models", "Lists, describes, verifies and fetches models.", "models list", "models info yolox-nano", "models pull ultraface-rfb-320");
        command.Subcommands.Add(ModelsListVerb.Create());
        command.Subcommands.Add(ModelsInfoVerb.Create());
        command.Subcommands.Add(ModelsVerifyVerb.Create());
        command.Subcommands.Add(ModelsPullVerb.Create());
        return command;
    }
}
