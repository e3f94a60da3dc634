using System.CommandLine;
using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Quantization;
using EdgeVision.ModelTools.Quantization.Accuracy;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.Service.Quantizing;

namespace EdgeVision.Service.Verbs;

/// <summary>The options that say where a quantized model goes.</summary>
internal sealed class OutputChoice
{
    private readonly Option<OutputPlace?> _output = new("--output", "-o")
    {
        Description = "A folder, whose name is the new model's, or a path that ends in .onnx",
        Required = true,
        CustomParser = result =>
        {
            try
            {
                return OutputPlace.Parse(result.Tokens.Count > 0 ? result.Tokens[^1].Value : "");
            }
            catch (Exception mistake) when (mistake is FormatException or ArgumentException)
            {
                result.AddError(mistake is FormatException ? mistake.Message : "--output takes a folder, or a path that ends in .onnx");
                return null;
            }
        },
    };

    private readonly Option<bool> _force = new("--force") { Description = "Replaces what is at --output already" };

    private readonly Option<bool> _keepRejected = new("--keep-rejected")
    {
        Description = "Writes a model that the gate refused too, as NAME-rejected, to study it",
    };

    public OutputChoice(Command command)
    {
        command.Options.Add(_output);
        command.Options.Add(_force);
        command.Options.Add(_keepRejected);
    }

    /// <exception cref="OutputTakenException">Something is there already.</exception>
    /// <exception cref="OutputUnwritableException">It cannot be written there.</exception>
    public void Check(ParseResult parsed, VerifiedModel model)
    {
        var place = parsed.GetValue(_output)!;
        place.CheckFree(model, parsed.GetValue(_force));
        place.CheckWritable();
    }

    public QuantizeRequest Request(
        ParseResult parsed, VerifiedModel model, CalibrationSet calibration, IAccuracyMeasure? labelled, QuantizationOptions options) => new(
        model, calibration, labelled, options, parsed.GetValue(_output)!, parsed.GetValue(_force), parsed.GetValue(_keepRejected));
}
