using System.CommandLine;
using System.Text.Json;
using EdgeVision.Inference.Models;
using EdgeVision.Service.Composition;
using Spectre.Console;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision models list`: every manifest, and where its file lies.</summary>
internal static class ModelsListVerb
{
    public static Command Create()
    {
        var command = CommandTree.Verb("list", "Lists the known models.", "models list", "models list --json", "models list --default");
        var json = new Option<bool>("--json") { Description = "Writes JSON to standard output" };
        var onlyDefault = new Option<bool>("--default") { Description = "Prints only the name of the model used when none is named; exit code 69 when its file is not here" };
        command.Options.Add(json);
        command.Options.Add(onlyDefault);
        return command.Does((parsed, _) =>
        {
            var store = new ModelStore(ModelFolders.Default());
            if (parsed.GetValue(onlyDefault))
            {
                return Task.FromResult(PrintDefault(store));
            }

            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize([.. store.Manifests.Select(manifest => Describe(store, manifest))], OutputJson.Default.ModelJsonArray));
            }
            else
            {
                PrintTable(store);
            }

            foreach (var (name, problems) in store.Broken)
            {
                Failure.Say($"model {name} cannot be used: {problems}", ExitCodes.Data);
            }

            return Task.FromResult(ExitCodes.Ok);
        });
    }

    private static int PrintDefault(ModelStore store)
    {
        if (DefaultModel.Present(store) is not { } name)
        {
            return Failure.Say("no model file is on this machine; see: edgevision models list", ExitCodes.Unavailable);
        }

        Console.WriteLine(name);
        return ExitCodes.Ok;
    }

    private static ModelJson Describe(ModelStore store, ModelManifest manifest) => new(
        manifest.Name, store.Locate(manifest), manifest.Name == DefaultModel.Name(store), manifest.Licence,
        manifest.Input.Size.ToString(), Precision(manifest), manifest.Sha256);

    private static void PrintTable(ModelStore store)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("model", "input", "precision", "licence", "here", "what");
        foreach (var manifest in store.Manifests)
        {
            var name = manifest.Name == DefaultModel.Name(store) ? $"[bold]{manifest.Name}[/] (default)" : manifest.Name;
            var here = store.Locate(manifest) is not null ? "yes" : manifest.Source is not null ? "pull" : "no";
            table.AddRow(name, manifest.Input.Size.ToString(), Precision(manifest), Markup.Escape(manifest.Licence), here, Markup.Escape(manifest.Description));
        }

        Terminal.Out.Write(table);
    }

    private static string Precision(ModelManifest manifest) => ModelsInfoVerb.Lower(manifest.Precision);
}
