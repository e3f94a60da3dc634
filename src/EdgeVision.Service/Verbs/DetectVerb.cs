using System.CommandLine;
using System.Globalization;
using EdgeVision.Core.Detections;
using EdgeVision.Inference;
using EdgeVision.Service.Pictures;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision detect`: finds objects in pictures and videos.</summary>
internal static class DetectVerb
{
    public static Command Create()
    {
        var command = CommandTree.Verb(
            "detect", "Finds objects in a picture, a folder of pictures, a video or a camera.",
            "detect street.jpg", "detect street.jpg --annotate boxes.jpg", "detect yard.mp4 --json yard.json --annotate yard-boxes.mp4",
            "detect synthetic:street?seed=7 --frames 50 --annotate street.mp4");
        var input = new Argument<string>("input") { Description = "Picture, folder, video, or any source a camera may have" };
        var json = new Option<FileInfo?>("--json") { Description = "Writes all detections to this file; without it they are printed" };
        var annotate = new Option<FileInfo?>("--annotate") { Description = "Draws the boxes: a .jpg of one picture, an .mp4 of everything else" };
        var frames = NumberOption.Create("--frames", 1, long.MaxValue, "a whole number above 0", "Ends after this many frames");
        command.Arguments.Add(input);
        var model = new ModelChoice(command);
        command.Options.Add(json);
        command.Options.Add(annotate);
        command.Options.Add(frames);
        return command.Does((parsed, cancellation) => RunAsync(
            parsed.GetValue(input)!, () => model.Open(parsed), parsed.GetValue(json)?.FullName, parsed.GetValue(annotate)?.FullName,
            parsed.GetValue(frames) ?? long.MaxValue, cancellation));
    }

    private static async Task<int> RunAsync(
        string input, Func<Detector> open, string? json, string? annotate, long frames, CancellationToken cancellation)
    {
        string?[] files = [Path.GetFullPath(input), json, annotate];
        if (files.OfType<string>().GroupBy(file => file, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return Failure.Say($"{twice.Key} is named twice and would be overwritten; give input, --json and --annotate files of their own", ExitCodes.Usage);
        }

        var source = new InputFrames(input);
        await using var drawing = Annotation.To(annotate, source);
        using var detector = open();
        await using var list = new JsonList(json);
        var oneFrame = new OneFrame(detector);
        var counts = new Dictionary<string, int>();
        long seen = 0;
        foreach (var frame in source.Read(cancellation))
        {
            var found = await oneFrame.DetectAsync(frame.Format, frame.Pixels).ConfigureAwait(false);
            Count(counts, detector.Labels, found);
            var entry = DetectedFrameJson.From(frame.Image, frame.Number, frame.Time, frame.Format.Size, detector.Labels, found);
            await list.AddAsync(entry).ConfigureAwait(false);
            await drawing.AddAsync(frame, detector.Labels, found).ConfigureAwait(false);
            if (json is null)
            {
                Print(entry);
            }

            if (++seen >= frames)
            {
                break;
            }
        }

        await Console.Error.WriteLineAsync($"{seen} frames, {detector.Point}: {Summary(counts)}").ConfigureAwait(false);
        return ExitCodes.Ok;
    }

    private static void Print(DetectedFrameJson entry)
    {
        var where = entry.TimeS > 0 || entry.Frame > 0 ? string.Create(CultureInfo.InvariantCulture, $"{entry.Image} {entry.TimeS:0.00}s") : entry.Image;
        foreach (var one in entry.Detections)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{where}: {one.Label} {one.Score:0.00} at {one.Box[0]:0},{one.Box[1]:0} size {one.Box[2]:0}x{one.Box[3]:0}"));
        }
    }

    private static void Count(Dictionary<string, int> counts, LabelSet labels, DetectionSet found)
    {
        foreach (var one in found.Items)
        {
            counts[labels[one.ClassId]] = counts.GetValueOrDefault(labels[one.ClassId]) + 1;
        }
    }

    private static string Summary(Dictionary<string, int> counts) => counts.Count == 0
        ? "nothing found"
        : string.Join(", ", counts.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Value} {pair.Key}"));
}
