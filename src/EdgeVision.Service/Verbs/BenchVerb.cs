using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using EdgeVision.Service.Benching;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision bench`: how much the whole path costs beside the bare runtime.</summary>
internal static class BenchVerb
{
    public static Command Create()
    {
        var command = CommandTree.Verb(
            "bench", "Measures the whole path, from video to detections, beside the bare runtime. Takes about 20 s.",
            "bench", "bench --model fastestdet --threads 2 --json bench.json");
        var model = new ModelChoice(command);
        var json = new Option<FileInfo?>("--json") { Description = "Writes the result there" };
        var video = new Option<string?>("--video") { Description = "A video file; a clip of the synthetic street when left out" };
        command.Options.Add(json);
        command.Options.Add(video);
        return command.Does(async (parsed, cancellation) =>
        {
            var given = parsed.GetValue(video);
            var clip = given ?? await BenchClip.WriteAsync().ConfigureAwait(false);
            try
            {
                var loaded = model.Load(parsed);
                using var detector = model.Open(parsed, loaded);
                var result = await Bench.RunAsync(loaded, detector, model.Threads(parsed), clip, cancellation).ConfigureAwait(false);
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

    private static void Print(BenchJson result)
    {
        Line("model", $"{result.Model}, {result.Threads} thread{(result.Threads == 1 ? "" : "s")}");
        Line("bare runtime", FormattableString.Invariant($"{result.RunOnlyFps:0.0} frames/s"));
        var share = result.ComputeShare is { } value ? FormattableString.Invariant($", {value:0.0 %} of what this machine's multiply-adds measure") : "";
        Line("arithmetic", FormattableString.Invariant($"{result.Gops:0.0} GOP/s{share}"));
        Line("whole path", FormattableString.Invariant($"{result.PathFps:0.0} frames/s, {result.PathRatio:0.000} of the bare runtime"));
        Line("preprocess", FormattableString.Invariant($"{result.PreprocessMs:0.000} ms"));
        Line("decode", FormattableString.Invariant($"{result.DecodeMs:0.000} ms"));
        Line("processor", FormattableString.Invariant($"{result.CpuMsPerFrame:0.0} ms a frame (ffmpeg not counted)"));
        Line("allocated", string.Create(CultureInfo.InvariantCulture, $"{result.AllocatedBytesPerFrame:0.0} bytes a frame"));
    }

    private static void Line(string what, string value) => Console.WriteLine($"{what,-13} {value}");
}
