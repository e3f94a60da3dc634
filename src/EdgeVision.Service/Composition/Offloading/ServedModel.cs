using EdgeVision.Core.Faults;
using EdgeVision.Inference;
using EdgeVision.Inference.Accelerators.Containment;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Offloading;
using EdgeVision.Service.Configuration.Plans;

namespace EdgeVision.Service.Composition.Offloading;

/// <summary>A model at work: on what, and why.</summary>
internal sealed class ServedModel : IDisposable
{
    private ServedModel(VerifiedModel model, OffloadPlan plan, FallbackAccelerator accelerator, Detector detector)
    {
        Model = model;
        Plan = plan;
        Accelerator = accelerator;
        Detector = detector;
    }

    public VerifiedModel Model { get; }

    /// <summary>A new one must run like the one before.</summary>
    public OffloadPlan Plan { get; set; }

    public FallbackAccelerator Accelerator { get; }

    public Detector Detector { get; }

    /// <summary>Opens it on the processor, and begins to open what stands before that.</summary>
    /// <param name="model">The model.</param>
    /// <param name="thresholds">Its use.</param>
    /// <param name="plan">On what it runs.</param>
    /// <param name="opener">Opens accelerators.</param>
    /// <param name="watcher">Is told what happens to them.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="FaultException">The processor cannot run it.</exception>
    public static ServedModel Open(
        VerifiedModel model, ModelPlan thresholds, OffloadPlan plan, AcceleratorOpener opener, IAcceleratorWatcher watcher, TimeProvider time)
    {
        var manifest = model.Manifest;
        var accelerator = FallbackAccelerator.Open(
            manifest, [.. plan.Order.Select(one => opener.ToServe(model, one))], watcher, time);
        try
        {
            var detector = new Detector(
                manifest, manifest.Decoder.Create(manifest.Input.Size, manifest.Classes.Count), accelerator, plan.First.Point,
                new DetectorOptions { Score = (float?)thresholds.Score, Nms = (float?)thresholds.Nms }, slot => accelerator.PointOf(slot) ?? plan.First.Point);
            return new ServedModel(model, plan, accelerator, detector);
        }
        catch
        {
            accelerator.Dispose();
            throw;
        }
    }

    public void Dispose() => Detector.Dispose();
}
