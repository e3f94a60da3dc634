using System.CommandLine;
using EdgeVision.Inference.Models;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision models remove NAME`: frees what `models pull` took.</summary>
internal static class ModelsRemoveVerb
{
    public static Command Create()
    {
        var command = CommandTree.Verb("remove", "Removes a fetched model's file, and parts of one; its manifest stays.", "models remove ultraface-rfb-320");
        var name = new Argument<string>("name") { Description = "A model's name" };
        command.Arguments.Add(name);
        return command.Does((parsed, _) =>
        {
            var gone = new ModelRemoval(new ModelStore(ModelFolders.Default())).Remove(parsed.GetValue(name)!);
            foreach (var file in gone)
            {
                Console.WriteLine($"removed {file.Path}, {file.Bytes} bytes");
            }

            return Task.FromResult(ExitCodes.Ok);
        });
    }
}
