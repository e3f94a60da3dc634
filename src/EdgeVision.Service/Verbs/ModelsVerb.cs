using System.CommandLine;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision models`: what is known, what is here, getting the rest and letting go of it.</summary>
internal static class ModelsVerb
{
    public static Command Create()
    {
        var command = CommandTree.Verb("models", "Lists, describes, verifies, fetches, removes and signs models.", "models list", "models info street-s-int8", "models pull ultraface-rfb-320");
        command.Subcommands.Add(ModelsListVerb.Create());
        command.Subcommands.Add(ModelsInfoVerb.Create());
        command.Subcommands.Add(ModelsVerifyVerb.Create());
        command.Subcommands.Add(ModelsPullVerb.Create());
        command.Subcommands.Add(ModelsRemoveVerb.Create());
        command.Subcommands.Add(ModelsSignVerb.Create());
        return command;
    }
}
