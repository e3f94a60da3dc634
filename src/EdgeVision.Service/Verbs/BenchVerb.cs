using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using EdgeVision.Core.Operating;
using EdgeVision.Inference.Models;
using EdgeVision.Service.Benching;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision bench`: how much the whole path costs beside the bare runtime.</summary>
internal static class BenchVerb
{
    private const int WorkerPairs = 300;

    public static Command Create()
    {
        var command = CommandTree.Verb(
            "bench", "Measures the whole path, from frame to detections, beside the bare runtime. Takes about a minute.",
            "bench", "bench --quick", "bench --video", "bench --worker", "bench --model fastestdet --threads 2 --json bench.json");
        var model = new ModelChoice(command);
        var json = new Option<FileInfo?>("--json") { Description = "Writes the result there" };
        var video = new Option<string?>("--video")
        {
            Description = "Measures the path from a video by ffmpeg too: that file, or a clip of the synthetic street", Arity = ArgumentArity.ZeroOrOne,
        };
        var quick = new Option<bool>("--quick") { Description = "A look in about 10 s; too short to judge by" };
        var worker = new Option<bool>("--worker") { Description = "Measures instead what an inference costs more in a worker process than in this one" };
        var facts = new BoardFactsChoice(command);
        foreach (var option in new Option[] { json, video, quick, worker })
        {
            command.Options.Add(option);
        }

        return command.Does(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(worker))
            {
                return await CompareWorkerAsync(model.Load(parsed), model.Threads(parsed), parsed.GetValue(json), cancellation).ConfigureAwait(false);
            }

            var given = parsed.GetValue(video);
            var clip = given is null && parsed.GetResult(video) is not null ? await BenchClip.WriteAsync().ConfigureAwait(false) : null;
            try
            {
                var loaded = model.Load(parsed);
                using var detector = model.Open(parsed, loaded);
                var plan = parsed.GetValue(quick) ? BenchPlan.Quick : new BenchPlan();
                var result = await Bench.RunAsync(
                    loaded, detector, model.Threads(parsed), given ?? clip, facts.Read(parsed).Of(AcceleratorFamily.Cpu, "cpu"), plan, cancellation).ConfigureAwait(false);
                if (parsed.GetValue(json) is { } file)
                {
                    await File.WriteAllTextAsync(file.FullName, JsonSerializer.Serialize(result, OutputJson.Default.BenchJson) + "\n", cancellation).ConfigureAwait(false);
                }

                Print(result);
                return ExitCodes.Ok;
            }
            finally
            {
                if (clip is not null)
                {
                    File.Delete(clip);
                }
            }
        });
    }

    private static async Task<int> CompareWorkerAsync(VerifiedModel model, int threads, FileInfo? json, CancellationToken cancellation)
    {
        var result = await WorkerCost.RunAsync(model, threads, WorkerPairs, cancellation).ConfigureAwait(false);
        if (json is not null)
        {
            await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(result, OutputJson.Default.WorkerCostJson) + "\n", cancellation).ConfigureAwait(false);
        }

        Line("model", $"{result.Model}, {result.Threads} thread{(result.Threads == 1 ? "" : "s")}, {result.Pairs} pairs of runs in turns");
        Line("in process", FormattableString.Invariant($"{result.InProcessMs:0.000} ms, of which {result.HopInProcessMs:0.000} ms beyond the run"));
        Line("worker", FormattableString.Invariant($"{result.WorkerMs:0.000} ms, of which {result.HopWorkerMs:0.000} ms beyond the run (p95 {result.HopWorkerP95Ms:0.000} ms)"));
        Line("added", FormattableString.Invariant($"{result.AddedMs:0.000} ms an inference; {result.AddedP10Ms:0.000} ms at the 10th percentile, where a busy machine disturbs less"));
        return ExitCodes.Ok;
    }

    private static void Print(BenchJson result)
    {
        Line("model", $"{result.Model}, {result.Threads} thread{(result.Threads == 1 ? "" : "s")}");
        Line("bare runtime", FormattableString.Invariant($"{result.RunOnlyFps:0.0} frames/s"));
        var share = result.ComputeShare is { } value ? FormattableString.Invariant($", {value:0.0 %} of what this machine's multiply-adds measure") : "";
        Line("arithmetic", FormattableString.Invariant($"{result.Gops:0.0} GOP/s{share}"));
        Line("yield", Yield(result));
        Line("whole path", FormattableString.Invariant($"{result.PathFps:0.0} frames/s, {result.PathRatio:0.000} of the bare runtime, {result.SteadyRatio:0.000} by the median frame"));
        Line("run", FormattableString.Invariant($"{result.RunMs:0.000} ms within the path"));
        Line("preprocess", FormattableString.Invariant($"{result.PreprocessMs:0.000} ms"));
        Line("decode", FormattableString.Invariant($"{result.DecodeMs:0.000} ms"));
        if (result.Video is { } video)
        {
            Line("from a video", FormattableString.Invariant($"{video.PathFps:0.0} frames/s, {video.PathRatio:0.000} of the bare runtime"));
        }

        Line("allocated", string.Create(CultureInfo.InvariantCulture, $"{result.AllocatedBytesPerFrame:0.0} bytes a frame"));
        var paced = result.Paced;
        Line(
            FormattableString.Invariant($"at {paced.Fps:0.#} fps"),
            FormattableString.Invariant(
                $"{paced.PathCpuMs:0.00} ms of processor time a frame, {paced.CpuRatio:0.00} × the bare runtime's {paced.RunOnlyCpuMs:0.00}; preprocess {paced.PreprocessMs:0.000} ms"));
        Line("by thread", string.Join(", ", paced.CpuMsByThread.Select(one => FormattableString.Invariant($"{one.Key} {one.Value:0.00}"))));
    }

    /// <summary>What a joule, a watt and a unit of cost bring, where these are known.</summary>
    private static string Yield(BenchJson result)
    {
        string[] words =
        [
            .. result.InferencesPerJoule is { } joule ? [FormattableString.Invariant($"{joule:0.0} inferences per joule")] : Array.Empty<string>(),
            .. result.FpsPerWatt is { } watt ? [FormattableString.Invariant($"{watt:0.00} inferences/s per watt")] : Array.Empty<string>(),
            .. result.FpsPerPrice is { } price ? [FormattableString.Invariant($"{price:0.000} inferences/s per {result.Currency}")] : Array.Empty<string>(),
        ];
        return words.Length > 0 ? string.Join(", ", words) : "no energy sensor, and no --watts or --price given";
    }

    private static void Line(string what, string value) => Console.WriteLine($"{what,-13} {value}");
}
