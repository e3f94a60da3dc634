using System.CommandLine;
using EdgeVision.Inference.Models;
using EdgeVision.Service.Composition;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision models pull`: fetches a model from its official place and accepts only the manifest's hash.</summary>
internal static class ModelsPullVerb
{
    public static Command Create()
    {
        var command = CommandTree.Verb("pull", "Fetches a model's file from its official place.", "models pull ultraface-rfb-320", "models pull");
        var name = new Argument<string?>("name")
        {
            Description = "A model's name; when left out and no default model is here, the best that has a place to fetch it from",
            Arity = ArgumentArity.ZeroOrOne,
        };
        command.Arguments.Add(name);
        return command.Does(async (parsed, cancellation) =>
        {
            var store = new ModelStore(ModelFolders.Default());
            var wanted = parsed.GetValue(name);
            var manifest = store.Find(wanted ?? DefaultModel.Present(store) ?? DefaultModel.Fetchable(store));
            if ((wanted is null || manifest.Source is null) && store.Locate(manifest) is { } here)
            {
                Console.WriteLine($"{manifest.Name}: {here} (is here already, nothing to fetch{(wanted is null ? "; name another model to fetch it" : "")})");
                return ExitCodes.Ok;
            }

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
