using EdgeVision.Core.Faults;
using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Sessions;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference;

/// <summary>Opens detectors: loads the model, checks that it keeps its manifest's contract, and runs it once.</summary>
/// <param name="library">ONNX Runtime.</param>
/// <param name="time">The clock of the runs.</param>
public sealed class DetectorFactory(OrtLibrary library, TimeProvider time)
{
    private const string Cpu = "cpu";

    /// <exception cref="FaultException">
    /// ModelUnreadable: no usable ONNX. ModelMismatch: its inputs or outputs are not what the manifest says.
    /// InferenceFailed: the first run failed.
    /// </exception>
    public Detector Open(VerifiedModel model, DetectorOptions? options = null)
    {
        options ??= new DetectorOptions();
        var manifest = model.Manifest;
        var decoder = manifest.Decoder.Create(manifest.Input.Size, manifest.Classes.Count);
        var accelerator = OpenCpu(model, decoder, options);
        var point = new OperatingPoint(manifest.Name, manifest.Sha256, manifest.Input.Size, Cpu, options.Threads, options.Spinning);
        try
        {
            return new Detector(manifest, decoder, accelerator, point, options);
        }
        catch
        {
            accelerator.Dispose();
            throw;
        }
    }

    private CpuAccelerator OpenCpu(VerifiedModel model, IDecoder decoder, DetectorOptions options)
    {
        var session = InferenceSession.Open(
            library, model, decoder.Outputs, new OrtSessionOptions { IntraOpThreads = options.Threads, Spinning = options.Spinning });
        try
        {
            return new CpuAccelerator(model.Manifest.Name, session, options.Slots, time);
        }
        catch (OrtException refusal)
        {
            throw new FaultException(
                new Fault(
                    FaultCode.InferenceFailed, $"model {model.Manifest.Name} on {Cpu}", $"its first run failed ({refusal.Code})",
                    "check input size and outputs in its manifest", refusal.Text),
                refusal);
        }
    }
}
