using System.CommandLine;
using System.Text.Json;
using EdgeVision.ModelTools.Evaluation;
using EdgeVision.ModelTools.Quantization.Accuracy;
using EdgeVision.Service.Pictures;
using Spectre.Console;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision eval`: COCO box AP of a model on labelled pictures.</summary>
internal static class EvalVerb
{
    public static Command Create()
    {
        var command = CommandTree.Verb(
            "eval", "Measures a model's COCO average precision on labelled pictures.",
            "eval --model yolox-nano --images valid --annotations instances_valid.json",
            "eval --images valid --annotations instances_valid.json --categories bus,car --json result.json");
        var images = new Option<DirectoryInfo>("--images") { Description = "Folder of the pictures", Required = true };
        var annotations = new Option<FileInfo>("--annotations") { Description = "COCO instances file", Required = true };
        var categories = new Option<string?>("--categories") { Description = "Only these, separated by commas" };
        var json = new Option<FileInfo?>("--json") { Description = "Writes the result there" };
        var model = new ModelChoice(command);
        command.Options.Add(images);
        command.Options.Add(annotations);
        command.Options.Add(categories);
        command.Options.Add(json);
        return command.Does(async (parsed, cancellation) =>
        {
            var folder = parsed.GetValue(images)!;
            if (!folder.Exists)
            {
                return Failure.Say($"--images {folder}: there is no such folder; name the folder of the pictures", ExitCodes.NoInput);
            }

            var wanted = parsed.GetValue(categories)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (wanted is [])
            {
                return Failure.Say("--categories names none; write names separated by commas, such as bus,car", ExitCodes.Usage);
            }

            var truth = CocoGroundTruth.Load(parsed.GetValue(annotations)!.FullName);

            // COCO scores boxes as the model gives them, also beyond the picture's edge; clipping would flatter some models.
            using var detector = model.Open(parsed, LabelledAp.Score, LabelledAp.Nms, clipBoxes: false);
            _ = DetectorEvaluation.CategoryOfClass(truth, detector.Labels, wanted);
            var readable = ReadablePictures.Of(truth, folder.FullName, cancellation);
            var evaluation = new DetectorEvaluation(detector, file => PictureFile.Read(file, saysDamage: false));
            var metrics = await Progress.ShowAsync(
                "pictures", readable.Images.Count,
                progress => evaluation.RunAsync(readable, folder.FullName, wanted, progress, cancellation)).ConfigureAwait(false);
            if (parsed.GetValue(json) is { } file)
            {
                await File.WriteAllTextAsync(file.FullName, JsonSerializer.Serialize(EvalJson.From(metrics), OutputJson.Default.EvalJson) + "\n", cancellation).ConfigureAwait(false);
            }

            Print(detector.Point.ToString(), metrics);
            return ExitCodes.Ok;
        });
    }

    private static void Print(string what, CocoMetrics metrics)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(Markup.Escape($"{what}, {metrics.Images} pictures"));
        table.AddColumns("AP", "AP50", "AP75", "small", "medium", "large", "AR1", "AR10", "AR100");
        table.AddRow([.. new[]
        {
            metrics.Ap, metrics.Ap50, metrics.Ap75, metrics.ApSmall, metrics.ApMedium, metrics.ApLarge, metrics.Ar1, metrics.Ar10, metrics.Ar100,
        }.Select(Number)]);
        Terminal.Out.Write(table);
        foreach (var (name, ap) in metrics.PerClass.OrderByDescending(pair => pair.Value))
        {
            Console.WriteLine($"  {name,-16} {Number(ap)}");
        }
    }

    private static string Number(double value) =>
        value < 0 ? "-" : value.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture);
}
