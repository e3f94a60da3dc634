using System.CommandLine;
using System.CommandLine.Completions;
using EdgeVision.Inference;
using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Quantization;
using EdgeVision.ModelTools.Quantization.Reports;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Service.Quantizing;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision quantize`: a float model to 8 bits, kept only where it pays on this machine.</summary>
internal static class QuantizeVerb
{
    public static Command Create()
    {
        var command = CommandTree.Verb(
            "quantize", "Quantizes a model to 8 bits and keeps the result only if it is as good and no slower on this machine. Takes minutes.",
            "quantize yolox-nano --calibration pictures/ -o yolox-nano-int8",
            "quantize yolox-nano --calibration train/ --evaluate valid,instances_valid.json --categories bus,car,truck -o yolox-nano-int8",
            "quantize model.onnx --calibration yard.mp4 --target latency --max-loss 0.02 -o model-int8.onnx",
            "quantize yolox-nano --calibration camera:gate --config device.yaml --over 10m -o /var/lib/edgevision/models/gate-int8");
        var model = new Argument<string>("model") { Description = "A float model's name (see: edgevision models list) or the path of an .onnx file", HelpName = "model" };
        model.CompletionSources.Add(_ => new ModelStore(ModelFolders.Default()).Manifests
            .Where(manifest => manifest.Precision != ModelPrecision.Int8).Select(manifest => new CompletionItem(manifest.Name)));
        command.Arguments.Add(model);
        var calibration = new CalibrationChoice(command);
        var output = new OutputChoice(command);
        var labelled = new LabelledChoice(command);
        var choice = new QuantizationChoice(command);
        var json = new Option<bool>("--json") { Description = "Prints the report as JSON, and nothing else, on standard output" };
        command.Options.Add(json);
        return command.Does(async (parsed, cancellation) =>
        {
            if (calibration.Find(parsed) is not { } source)
            {
                return ExitCodes.Config;
            }

            var verified = new ModelStore(ModelFolders.Default()).Load(parsed.GetValue(model)!);
            var options = choice.Read(parsed);
            QuantizeJob.CheckFloat(verified);
            FloatNodeNames.Check(verified, options.FloatNodes);
            output.Check(parsed, verified);
            var library = OrtLibrary.Load();
            var measure = labelled.Open(parsed, verified, new DetectorFactory(library, TimeProvider.System), options.Threads, cancellation);
            var job = new QuantizeJob(new Quantizer(library, TimeProvider.System).RunAsync);
            var outcome = await StageProgress.ShowAsync(async progress =>
            {
                using var pictures = await calibration.TakeAsync(parsed, source, progress, cancellation).ConfigureAwait(false);
                return await job.RunAsync(output.Request(parsed, verified, pictures.Set, measure, options), progress, cancellation).ConfigureAwait(false);
            }).ConfigureAwait(false);
            return Say(outcome, verified.Manifest.Name, parsed.GetValue(json));
        });
    }

    private static int Say(QuantizeOutcome outcome, string name, bool json)
    {
        if (json)
        {
            Console.Out.Write(ReportJson.Write(outcome.Report));
        }
        else
        {
            ReportTable.Write(Terminal.Out, outcome);
        }

        return outcome.Report.Verdict.Accepted
            ? ExitCodes.Ok
            : Failure.Say($"{name} stays as it is: {ReportWords.Printable(string.Join("; ", outcome.Report.Verdict.Reasons))}", ExitCodes.Failed);
    }
}
