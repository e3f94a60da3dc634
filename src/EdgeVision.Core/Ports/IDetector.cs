using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Core.Operating;

namespace EdgeVision.Core.Ports;

/// <summary>
/// A model on an accelerator at one operating point. A frame goes Prepare → Submit → Decode in one numbered slot;
/// with two slots the next frame is prepared, and submitted, while the accelerator works on the one before. Used by one loop thread.
/// </summary>
public interface IDetector : IDisposable
{
    /// <summary>The point that was chosen for it.</summary>
    OperatingPoint Point { get; }

    LabelSet Labels { get; }

    /// <summary>Number of slots, at least 1.</summary>
    int Slots { get; }

    /// <summary>Turns the frame into the slot's input tensor; the frame is not needed afterwards.</summary>
    /// <param name="slot">0 .. Slots - 1, not in flight.</param>
    /// <param name="frame">The picture.</param>
    /// <param name="regions">Normalised boxes worth looking at; empty means the whole picture.</param>
    void Prepare(int slot, Frame frame, ReadOnlySpan<Box> regions);

    /// <summary>Starts the inference; completion is the signal that the slot's output is there. Await it once.</summary>
    ValueTask<InferenceOutcome> Submit(int slot);

    /// <summary>Reads the slot's output into normalised boxes of the camera picture, best score first.</summary>
    void Decode(int slot, DetectionSet into);

    /// <summary>The point that the slot's output is from, after a good outcome: another than the chosen one may have stepped in.</summary>
    OperatingPoint PointOf(int slot) => Point;
}
