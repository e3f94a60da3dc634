using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using EdgeVision.Inference;
using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Evaluation;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Service.Pictures;
using EdgeVision.Service.Truth;
using Spectre.Console;

namespace EdgeVision.Service.Verbs;

/// <summary>The half of `edgevision eval` that judges a model by another one on pictures without labels.</summary>
internal sealed class TeacherEval
{
    private readonly Option<string?> _teacher = new("--teacher") { Description = "A model whose detections are taken as the truth: a name or the path of an .onnx file; goes with --input" };
    private readonly Option<string?> _input = new("--input") { Description = "What both look at: picture, folder, video, or any source a camera may have" };
    private readonly Option<string?> _labels = new("--labels") { Description = "Only these, separated by commas; all that both models know when left out" };

    private readonly Option<float?> _score = NumberOption.Create(
        "--teacher-score", float.Epsilon, 1, "a number above 0, up to 1", "Least score of the teacher's detections, 0..1; its manifest's when left out");

    private readonly Option<long?> _frames = NumberOption.Create("--frames", 1, long.MaxValue, "a whole number above 0", "Ends after this many compared frames");
    private readonly Option<long?> _every = NumberOption.Create("--every", 1, long.MaxValue, "a whole number above 0", "Compares every Nth frame only");

    public TeacherEval(Command command)
    {
        Option[] options = [_teacher, _input, _labels, _score, _frames, _every];
        _teacher.CompletionSources.Add(_ => new ModelStore(ModelFolders.Default()).Manifests.Select(m => new System.CommandLine.Completions.CompletionItem(m.Name)));
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            var chosen = result.GetResult(_teacher) is not null;
            if (chosen && result.GetResult(_input) is null)
            {
                result.AddError("--teacher needs --input: a picture, folder, video or camera that both models look at");
            }
            else if (!chosen && options.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } stray)
            {
                result.AddError($"{stray.Name} goes with --teacher MODEL only");
            }
        });
    }

    public Option Teacher => _teacher;

    public bool IsChosen(ParseResult parsed) => parsed.GetValue(_teacher) is not null;

    public async Task<int> RunAsync(ParseResult parsed, ModelChoice model, FileInfo? json, CancellationToken cancellation)
    {
        var wanted = parsed.GetValue(_labels)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (wanted is [])
        {
            return Failure.Say("--labels names none; write names separated by commas, such as person,car", ExitCodes.Usage);
        }

        var input = parsed.GetValue(_input)!;
        var source = new InputFrames(input);
        using var output = JsonFile.Open(json);
        using var student = model.Open(parsed);
        using var teacher = new DetectorFactory(OrtLibrary.Load(), TimeProvider.System).Open(
            new ModelStore(ModelFolders.Default()).Load(parsed.GetValue(_teacher)!), new DetectorOptions { Threads = model.Threads(parsed), Score = parsed.GetValue(_score) });
        var evaluation = new TeacherEvaluation(student, teacher, TeacherEvaluation.Common(student.Labels, teacher.Labels, wanted));
        var isCut = await IsCutShortAsync(evaluation, source, parsed.GetValue(_every) ?? 1, parsed.GetValue(_frames), cancellation).ConfigureAwait(false);
        Print(student, teacher, evaluation.Agreement);
        if (output is not null)
        {
            var result = TeacherEvalJson.From(student, teacher, input, evaluation.Agreement, isCut);
            await output.WriteAsync(JsonSerializer.Serialize(result, OutputJson.Default.TeacherEvalJson)).ConfigureAwait(false);
        }

        return isCut
            ? Failure.Say($"cancelled; the figures are of the {evaluation.Agreement.Pictures} frames compared until then", ExitCodes.Cancelled)
            : ExitCodes.Ok;
    }

    /// <exception cref="OperationCanceledException">Cancelled before the first frame was compared.</exception>
    private static async Task<bool> IsCutShortAsync(TeacherEvaluation evaluation, InputFrames source, long every, long? most, CancellationToken cancellation)
    {
        try
        {
            await CompareAsync(evaluation, source, every, most, cancellation).ConfigureAwait(false);
            return false;
        }
        catch (OperationCanceledException) when (evaluation.Agreement.Pictures > 0)
        {
            return true;
        }
    }

    private static async Task CompareAsync(TeacherEvaluation evaluation, InputFrames source, long every, long? most, CancellationToken cancellation)
    {
        long seen = 0;
        foreach (var frame in source.Read(cancellation))
        {
            if (seen++ % every != 0)
            {
                continue;
            }

            await evaluation.AddAsync(frame.Format, frame.Pixels).ConfigureAwait(false);
            if (most is null && !source.IsPicture && evaluation.Agreement.Pictures == 1)
            {
                await Console.Error.WriteLineAsync("edgevision: comparing; Ctrl-C ends it with the figures until then").ConfigureAwait(false);
            }

            if (evaluation.Agreement.Pictures >= most)
            {
                break;
            }
        }
    }

    private static void Print(Detector student, Detector teacher, LabelAgreement agreement)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{student.Point.Model} (score ≥ {student.MinScore:0.00}) against {teacher.Point.Model} (score ≥ {teacher.MinScore:0.00}), {agreement.Pictures} frames, IoU {LabelAgreement.Iou:.00}"));
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns("label", "precision", "recall", "matched", "found", "teacher found");
        foreach (var (label, one) in agreement.PerLabel.Where(pair => pair.Agreement.Candidates + pair.Agreement.References > 0).Append(("all", agreement.Overall)))
        {
            int[] counts = [one.Matched, one.Candidates, one.References];
            table.AddRow([Markup.Escape(label), AgreementWords.Precision(one), AgreementWords.Recall(one), .. counts.Select(count => count.ToString(CultureInfo.InvariantCulture))]);
        }

        Terminal.Out.Write(table);
    }
}
