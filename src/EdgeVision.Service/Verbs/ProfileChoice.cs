using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using EdgeVision.Core.Operating;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Offloading;
using EdgeVision.Service.Composition;
using EdgeVision.Service.Profiling;

namespace EdgeVision.Service.Verbs;

/// <summary>The options that say what to measure and what to choose for.</summary>
internal sealed class ProfileChoice
{
    private const int MostThreads = 64;

    private readonly Option<string> _model = new("--model", "-m")
    {
        Description = "A model's name (see: edgevision models list) or the path of an .onnx file", DefaultValueFactory = _ => DefaultModel.Name(new ModelStore(ModelFolders.Default())),
    };

    private readonly Option<int[]?> _threads = new("--threads")
    {
        Description = "Thread counts to measure, such as 1,2; up to one for each processor, at most 4, when left out", CustomParser = static result => Counts(result), HelpName = "counts",
    };

    private readonly Option<int?> _cameras = NumberOption.Create("--cameras", 1, 64, "a whole number from 1 to 64", "Cameras that share the model, for the decision; 1 when left out");

    private readonly Option<double?> _fps = NumberOption.Create("--fps", 0.01, 240, "a number from 0.01 to 240", "Inferences per second of each camera, for the decision; 5 when left out");

    private readonly Option<int?> _deadline = NumberOption.Create("--deadline", 1, 60_000, "milliseconds from 1 to 60000", "Milliseconds from frame to detection, for the decision; 500 when left out");

    private readonly WordOption<OffloadPreference> _prefer = new(
        "--prefer", "What the decision goes by", ("auto", OffloadPreference.Auto), ("npu", OffloadPreference.Npu), ("gpu", OffloadPreference.Gpu),
        ("cpu", OffloadPreference.Cpu), ("lowest-energy", OffloadPreference.LowestEnergy), ("lowest-latency", OffloadPreference.LowestLatency));

    private readonly Option<bool> _quick = new("--quick") { Description = "Measures about 2 s a point instead of 13" };

    public ProfileChoice(Command command)
    {
        _model.CompletionSources.Add(_ => new ModelStore(ModelFolders.Default()).Manifests.Select(one => new CompletionItem(one.Name)));
        foreach (var option in new[] { _model, _threads, _quick, _cameras, _fps, _deadline, _prefer.Option })
        {
            command.Options.Add(option);
        }
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="offers">What there is to measure on.</param>
    public ProfileRequest Read(ParseResult parsed, IReadOnlyList<AcceleratorOffer> offers)
    {
        var deadline = TimeSpan.FromMilliseconds(parsed.GetValue(_deadline) ?? 500);
        var demand = Enumerable.Range(1, parsed.GetValue(_cameras) ?? 1)
            .Select(index => new CameraDemand(string.Create(CultureInfo.InvariantCulture, $"camera-{index}"), parsed.GetValue(_fps) ?? 5, deadline));
        return new ProfileRequest(
            new ModelStore(ModelFolders.Default()).Load(parsed.GetValue(_model)!),
            parsed.GetValue(_threads) is { Length: > 0 } counts ? counts : [.. OfferPoints.ThreadCounts(Math.Min(Environment.ProcessorCount, OfferPoints.UsualMostThreads))],
            offers, parsed.GetValue(_quick), OffloadPolicy.Prefer(_prefer.Read(parsed)), [.. demand]);
    }

    private static int[]? Counts(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        var counts = text.Split(',').Select(static part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0).ToArray();
        if (counts.All(static count => count is >= 1 and <= MostThreads))
        {
            return counts;
        }

        result.AddError($"--threads takes whole numbers from 1 to {MostThreads} with commas between them, such as 1,2, not '{text}'");
        return null;
    }
}
