using System.CommandLine;
using EdgeVision.Inference.Models;
using EdgeVision.Service.Composition;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision models pull`: fetches a model from its official place and accepts only the manifest's hash.</summary>
internal static class ModelsPullVerb
{
    public static Command Create()
    {
        var command = CommandTree.Verb("pull", "Fetches a model's file from its official place.", "models pull ultraface-rfb-320");
        var name = new Argument<string>("name")
        {
            Description = "A model's name; when left out, the best that has a place to fetch it from",
            DefaultValueFactory = _ => DefaultModel.Fetchable(new ModelStore(ModelFolders.Default())),
        };
        command.Arguments.Add(name);
        return command.Does(async (parsed, cancellation) =>
        {
            var store = new ModelStore(ModelFolders.Default());
            var manifest = store.Find(parsed.GetValue(name)!);
            using var client = new HttpClient();
            var pull = new ModelPull(client, store.Folders.Pulled, TimeProvider.System);
            var path = await Progress.ShowAsync(
                manifest.Name, manifest.Size,
                progress => pull.PullAsync(manifest, new Received(progress), cancellation)).ConfigureAwait(false);
            Console.WriteLine($"{manifest.Name}: {path}");
            return ExitCodes.Ok;
        });
    }

    private sealed class Received(IProgress<int> bar) : IProgress<PullProgress>
    {
        public void Report(PullProgress value) => bar.Report((int)value.Received);
    }
}
