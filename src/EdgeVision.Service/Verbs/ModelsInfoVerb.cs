using System.CommandLine;
using EdgeVision.Inference.Models;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision models info MODEL`: all that a manifest says, and where its file is looked for.</summary>
internal static class ModelsInfoVerb
{
    // Written by people: what it was trained on, what it is good for, where it fails.
    private const string ModelCard = "CARD.md";

    public static Command Create()
    {
        var command = CommandTree.Verb("info", "Describes one model.", "models info street-s-int8", "models info ./yolox-nano-int8");
        var name = new Argument<string>("name") { Description = "A model's name, or the path of its folder, manifest or .onnx file" };
        command.Arguments.Add(name);
        return command.Does((parsed, _) =>
        {
            var store = new ModelStore(ModelFolders.Default());
            var manifest = store.Describe(parsed.GetValue(name)!);
            Line("name", manifest.Name);
            Line("what", manifest.Description);
            Line("licence", manifest.Licence);
            Line("precision", Lower(manifest.Precision));
            if (manifest.Parent is { } parent)
            {
                Line("parent", $"{parent.Name}, SHA-256 {parent.Sha256}");
            }

            Line("input", $"{manifest.Input.Size}, {Lower(manifest.Input.Color)}, {Lower(manifest.Input.Resize)}");
            Line("decoder", manifest.Decoder.GetType().Name.Replace("Options", "", StringComparison.Ordinal));
            Line("classes", $"{manifest.Classes.Count}: {string.Join(", ", manifest.Classes.Names)}");
            Line("thresholds", FormattableString.Invariant($"score {manifest.Score}, nms {manifest.Nms}"));
            Line("size", $"{manifest.Size} bytes");
            Line("sha256", manifest.Sha256);
            Line("source", manifest.Source ?? "none proved official");
            Line("manifest", manifest.Path);
            if (Path.Combine(manifest.Folder, ModelCard) is var card && File.Exists(card))
            {
                Line("card", card);
            }

            Line("file", store.Locate(manifest) ?? "not on this machine; looked for at");
            if (store.Locate(manifest) is null)
            {
                foreach (var place in store.Places(manifest))
                {
                    Line("", place);
                }
            }

            return Task.FromResult(ExitCodes.Ok);
        });
    }

    public static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static void Line(string key, string value) => Console.WriteLine($"{key,-11} {value}");
}
