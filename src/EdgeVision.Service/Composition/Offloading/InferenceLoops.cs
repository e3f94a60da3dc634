using EdgeVision.Core.Pipeline;
using EdgeVision.Inference.Offloading;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Service.Composition.Offloading;

/// <summary>
/// The loops that serve the cameras: one for the models that the processor was chosen for, which take turns on it, and one for each
/// other model, so that none waits while another's accelerator hangs or the processor stands in for it.
/// </summary>
/// <param name="pipeline">The flow they are part of.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Theirs.</param>
internal sealed class InferenceLoops(VisionPipeline pipeline, TimeProvider time, ILogger<InferenceLoop> logger)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(5);

    private List<InferenceLoop> _loops = [];

    /// <summary>Takes all cameras to work. What is in flight is finished before; what waits in the slots is served after.</summary>
    /// <returns>False when a loop did not end in time: then what it uses must stay.</returns>
    public bool Serve(IEnumerable<(CameraLane Lane, ServedModel Model)> cameras)
    {
        var ended = Stop();
        _loops =
        [
            .. cameras.GroupBy(static camera => NameFor(camera.Model), StringComparer.Ordinal).Select(group => new InferenceLoop(
                group.Key, pipeline, [.. group.Select(static camera => (camera.Lane, (Core.Ports.IDetector)camera.Model.Detector))], time, logger)),
        ];
        foreach (var loop in _loops)
        {
            loop.Start();
        }

        return ended;
    }

    /// <summary>Finishes what is in flight and ends. False when that took too long.</summary>
    public bool Stop()
    {
        var ended = true;
        foreach (var loop in _loops)
        {
            ended &= loop.Stop(Budget);
        }

        return ended;
    }

    private static string NameFor(ServedModel model) =>
        model.Plan.First.Offer is { IsProcessor: false } offer ? $"{model.Model.Manifest.Name} on {offer.Name}" : AcceleratorOffer.Processor.Name;
}
