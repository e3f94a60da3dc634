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
            "bench", "Measures the whole path, from video to detections, beside the bare runtime. Takes about 20 s.",
            "bench", "bench --worker", "bench --model fastestdet --threads 2 --json bench.json");
        var model = new ModelChoice(command);
        var json = new Option<FileInfo?>("--json") { Description = "Writes the result there" };
        var video = new Option<string?>("--video") { Description = "A video file; a clip of the synthetic street when left out" };
        var worker = new Option<bool>("--worker") { Description = "Measures instead what an inference costs more in a worker process than in this one" };
        var facts = new BoardFactsChoice(command);
        command.Options.Add(json);
        command.Options.Add(worker);
        command.Options.Add(video);
        return command.Does(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(worker))
            {
                return await CompareWorkerAsync(model.Load(parsed), model.Threads(parsed), parsed.GetValue(json), cancellation).ConfigureAwait(false);
            }

            var given = parsed.GetValue(video);
            var clip = given ?? await BenchClip.WriteAsync().ConfigureAwait(false);
            try
            {
                var loaded = model.Load(parsed);
                using var detector = model.Open(parsed, loaded);
                var result = await Bench.RunAsync(loaded, detector, model.Threads(parsed), clip, facts.Read(parsed).Of(AcceleratorFamily.Cpu, "cpu"), cancellation).ConfigureAwait(false);
                if (parsed.GetValue(json) is { } file)
                {
                    await File.WriteAllTextAsync(file.FullName, JsonSerializer.Serialize(result, OutputJson.Default.BenchJson) + "\n", cancellation).ConfigureAwait(false);
                }

                Print(result);
                return ExitCodes.Ok;
            }
            finally
            {
                if (given is null)
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
        Line("whole path", FormattableString.Invariant($"{result.PathFps:0.0} frames/s, {result.PathRatio:0.000} of the bare runtime"));
        Line("preprocess", FormattableString.Invariant($"{result.PreprocessMs:0.000} ms"));
        Line("decode", FormattableString.Invariant($"{result.DecodeMs:0.000} ms"));
        Line("processor", FormattableString.Invariant($"{result.CpuMsPerFrame:0.0} ms a frame (ffmpeg not counted)"));
        Line("allocated", string.Create(CultureInfo.InvariantCulture, $"{result.AllocatedBytesPerFrame:0.0} bytes a frame"));
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
