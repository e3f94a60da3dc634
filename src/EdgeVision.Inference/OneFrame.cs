using EdgeVision.Core.Detections;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;

namespace EdgeVision.Inference;

/// <summary>Looks at one picture at a time, for tools; cameras go through the pipeline.</summary>
public sealed class OneFrame(IDetector detector)
{
    private readonly DetectionSet _found = new();

    /// <summary>The picture's detections, best score first; good until the next call.</summary>
    /// <param name="format">Of the pixels.</param>
    /// <param name="pixels">One whole frame.</param>
    /// <exception cref="FaultException">The inference failed.</exception>
    public async Task<DetectionSet> DetectAsync(FrameFormat format, byte[] pixels)
    {
        detector.Prepare(0, new Frame(format, default, pixels), []);
        var outcome = await detector.Submit(0).ConfigureAwait(false);
        if (outcome.Fault is { } fault)
        {
            throw new FaultException(fault);
        }

        _found.Clear();
        detector.Decode(0, _found);
        return _found;
    }
}
