using EdgeVision.Core.Ports;
using EdgeVision.Inference.Accelerators.Placement;
using EdgeVision.Inference.Decoding;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Accelerators;

/// <summary>A model loaded on a device, with numbered slots of input and outputs. Slots are submitted by one thread.</summary>
public interface IAccelerator : IDisposable
{
    int Slots { get; }

    /// <summary>What of the model runs on it; null for the processor, and where that is not known.</summary>
    PlacementSummary? Placement => null;

    /// <summary>The slot's input; free to write while the slot is not in flight.</summary>
    NativeTensor Input(int slot);

    /// <summary>Starts the run. The device's failure is in the outcome. Await it once, before the slot is submitted again.</summary>
    ValueTask<InferenceOutcome> Submit(int slot);

    /// <summary>The slot's outputs after a good outcome, until it is submitted again.</summary>
    ITensorOutputs Outputs(int slot);
}
