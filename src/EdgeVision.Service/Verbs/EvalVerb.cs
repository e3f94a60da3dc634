using System.CommandLine;
using System.Text.Json;
using EdgeVision.ModelTools.Evaluation;
using EdgeVision.ModelTools.Quantization.Accuracy;
using EdgeVision.Service.Pictures;
using Spectre.Console;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision eval`: COCO box AP of a model on labelled pictures, or its agreement with a teacher on others.</summary>
internal static class EvalVerb
{
    public static Command Create()
    {
        var command = CommandTree.Verb(
            "eval", "Measures a model's COCO average precision on labelled pictures, or its precision and recall against a teacher's detections.",
            "eval --model street-s-int8 --images valid --annotations instances_valid.json",
            "eval --images valid --annotations instances_valid.json --categories bus,car --json result.json",
            "eval --model street-s-int8 --teacher yolox-nano --input yard.mp4 --labels person --every 10");
        var images = new Option<DirectoryInfo?>("--images") { Description = "Folder of the labelled pictures; goes with --annotations" };
        var annotations = new Option<FileInfo?>("--annotations") { Description = "Their COCO instances file" };
        var categories = new Option<string?>("--categories") { Description = "Only these, separated by commas" };
        var json = new Option<FileInfo?>("--json") { Description = "Writes the result there" };
        var model = new ModelChoice(command);
        command.Options.Add(images);
        command.Options.Add(annotations);
        command.Options.Add(categories);
        command.Options.Add(json);
        var teacher = new TeacherEval(command);
        command.Validators.Add(result =>
        {
            Option[] labelled = [images, annotations];
            if (result.GetResult(teacher.Teacher) is null && labelled.FirstOrDefault(option => result.GetResult(option) is null) is { } missing)
            {
                result.AddError($"{missing.Name} is missing; eval takes --images DIR --annotations FILE, or --teacher MODEL --input WHAT");
            }
            else if (result.GetResult(teacher.Teacher) is not null && labelled.Append(categories).FirstOrDefault(option => result.GetResult(option) is not null) is { } stray)
            {
                result.AddError($"{stray.Name} does not go with --teacher");
            }
        });
        return command.Does((parsed, cancellation) => teacher.IsChosen(parsed)
            ? teacher.RunAsync(parsed, model, parsed.GetValue(json), cancellation)
            : RunAsync(parsed, model, parsed.GetValue(images)!, parsed.GetValue(annotations)!, parsed.GetValue(categories), parsed.GetValue(json), cancellation));
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, ModelChoice model, DirectoryInfo folder, FileInfo annotations, string? categories, FileInfo? json, CancellationToken cancellation)
    {
        if (!folder.Exists)
        {
            return Failure.Say($"--images {folder}: there is no such folder; name the folder of the pictures", ExitCodes.NoInput);
        }

        var wanted = categories?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (wanted is [])
        {
            return Failure.Say("--categories names none; write names separated by commas, such as bus,car", ExitCodes.Usage);
        }

        using var output = JsonFile.Open(json);
        var truth = CocoGroundTruth.Load(annotations.FullName);

        // COCO scores boxes as the model gives them, also beyond the picture's edge; clipping would flatter some models.
        using var detector = model.Open(parsed, LabelledAp.Score, LabelledAp.Nms, clipBoxes: false);
        _ = DetectorEvaluation.CategoryOfClass(truth, detector.Labels, wanted);
        var readable = ReadablePictures.Of(truth, folder.FullName, cancellation);
        var evaluation = new DetectorEvaluation(detector, file => PictureFile.Read(file, saysDamage: false));
        var metrics = await Progress.ShowAsync(
            "pictures", readable.Images.Count,
            progress => evaluation.RunAsync(readable, folder.FullName, wanted, progress, cancellation)).ConfigureAwait(false);
        Print(detector.Point.ToString(), metrics);
        if (output is not null)
        {
            await output.WriteAsync(JsonSerializer.Serialize(EvalJson.From(metrics), OutputJson.Default.EvalJson)).ConfigureAwait(false);
        }

        return ExitCodes.Ok;
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
        var classes = new Table().Border(TableBorder.Rounded).AddColumns("class", "AP", "AP50");
        foreach (var (name, ap) in metrics.PerClass.OrderByDescending(pair => pair.Value))
        {
            classes.AddRow(Markup.Escape(name), Number(ap), Number(metrics.PerClassAp50[name]));
        }

        Terminal.Out.Write(classes);
    }

    private static string Number(double value) =>
        value < 0 ? "-" : value.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture);
}
