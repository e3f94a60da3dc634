using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Quantization;

namespace EdgeVision.Service.Quantizing;

/// <summary>Quantizes, and writes what the gate accepts.</summary>
public sealed class QuantizeJob(QuantizeModel quantize)
{
    /// <exception cref="QuantizationRefusedException">It is in 8 bits already.</exception>
    public static void CheckFloat(VerifiedModel model)
    {
        if (model.Manifest.Precision == ModelPrecision.Int8)
        {
            throw new QuantizationRefusedException("", $"{model.Manifest.Name} is in 8 bits already; name the float model");
        }
    }

    /// <exception cref="QuantizationRefusedException">The model cannot be quantized; nothing was written.</exception>
    /// <exception cref="OutputTakenException">There is something at the output already.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public async Task<QuantizeOutcome> RunAsync(QuantizeRequest request, IProgress<QuantizationProgress>? progress, CancellationToken cancellation)
    {
        CheckFloat(request.Model);
        var (accepted, rejected) = (request.Output, request.Output.Rejected());

        // Minutes of work should not end at a name that is taken.
        accepted.CheckFree(request.Model, request.Force);
        if (request.KeepRejected)
        {
            rejected.CheckFree(request.Model, request.Force);
        }

        var result = await quantize(request.Model, request.Calibration, request.Labelled, request.Options, progress, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        if (!result.Report.Verdict.Accepted && !request.KeepRejected)
        {
            return new QuantizeOutcome(result.Report with { Sha256 = null }, null);
        }

        var place = result.Report.Verdict.Accepted ? accepted : rejected;
        place.CheckFree(request.Model, request.Force);
        var report = result.Report with { Sha256 = ModelVerification.Hash(result.Model.Bytes.Span) };
        new OutputFiles(request.Model, result.Model, report).Write(place);
        return new QuantizeOutcome(report, place);
    }
}
