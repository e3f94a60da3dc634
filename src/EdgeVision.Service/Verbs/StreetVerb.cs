using System.CommandLine;
using EdgeVision.Capture.Synthetic.Export;
using EdgeVision.Service.StreetSets;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision street`: draws a labelled set of the synthetic street.</summary>
internal static class StreetVerb
{
    private const int DefaultPerSeed = 8;
    private const int DefaultQuality = 92;

    public static Command Create()
    {
        var command = CommandTree.Verb(
            "street", "Draws pictures of the synthetic street with exact labels, for training and evaluation.",
            "street set/", "street set/ --seeds 1-400 --per-seed 8", "street night/ --seeds 7,11 --light night --weather rain --traffic busy",
            "eval --images set/images --annotations set/instances.json");
        var output = new Argument<string>("out") { Description = "Folder that gets images/SEED-FRAME.jpg and instances.json (COCO)", HelpName = "out" };
        output.Validators.Add(static result =>
        {
            if (result.Tokens is [{ Value: var name }] && string.IsNullOrWhiteSpace(name))
            {
                result.AddError("the folder's name is empty; name the folder that gets the set, such as set/");
            }
        });
        var seeds = Seeds();
        var perSeed = NumberOption.Create("--per-seed", 1, StreetMoments.MostFrames, $"a whole number from 1 to {StreetMoments.MostFrames}", $"Pictures of each seed's street, spread over its day ({DefaultPerSeed})");
        var quality = NumberOption.Create("--quality", 1, 100, "a whole number from 1 to 100", $"Of the JPEGs ({DefaultQuality})");
        var threads = NumberOption.Create("--threads", 1, 256, "a whole number from 1 to 256", "Streets drawn at the same time (one for each core)");
        var force = new Option<bool>("--force") { Description = "Replaces a set that is in the folder already; other files stay" };
        command.Arguments.Add(output);
        command.Options.Add(seeds);
        command.Options.Add(perSeed);
        var scene = new SceneChoice(command);
        command.Options.Add(quality);
        command.Options.Add(threads);
        command.Options.Add(force);
        return command.Does(async (parsed, cancellation) =>
        {
            var folder = new StreetSetFolder(Path.GetFullPath(parsed.GetValue(output)!));
            folder.Prepare(parsed.GetValue(force));
            var request = new StreetSetRequest(
                scene.Read(parsed), parsed.GetValue(seeds) ?? SeedList.Parse("1-100"), parsed.GetValue(perSeed) ?? DefaultPerSeed,
                parsed.GetValue(quality) ?? DefaultQuality, parsed.GetValue(threads) ?? Environment.ProcessorCount);
            var pictures = await Progress.ShowAsync(
                "drawing", (long)request.Seeds.Count * request.PerSeed, progress => StreetSetJob.RunAsync(request, folder, progress, cancellation)).ConfigureAwait(false);
            await Console.Error.WriteLineAsync($"{pictures.Count} pictures of {request.Seeds.Count} streets: {StreetSetSummary.Of(pictures, request.Scene.Size)}").ConfigureAwait(false);
            return ExitCodes.Ok;
        });
    }

    private static Option<IReadOnlyList<ulong>?> Seeds() => new("--seeds")
    {
        Description = "Which streets: a range A-B (1-100), or a list such as 1,5,9",
        HelpName = "A-B",
        CustomParser = result =>
        {
            try
            {
                return SeedList.Parse(result.Tokens.Count > 0 ? result.Tokens[^1].Value : "");
            }
            catch (FormatException mistake)
            {
                result.AddError($"--seeds {mistake.Message}");
                return null;
            }
        },
    };
}
