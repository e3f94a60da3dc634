using EdgeVision.Core.Faults;
using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators;
using EdgeVision.Inference.Models;
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
        var accelerator = CpuAccelerator.Open(
            library, model, decoder.Outputs, new OrtSessionOptions { IntraOpThreads = options.Threads, Spinning = options.Spinning }, options.Slots, time);
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
}
