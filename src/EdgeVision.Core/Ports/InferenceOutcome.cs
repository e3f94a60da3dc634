using EdgeVision.Core.Faults;

namespace EdgeVision.Core.Ports;

/// <summary>How an inference ended. A device's failure is a value, not an exception.</summary>
/// <param name="Run">Time the accelerator spent on it.</param>
/// <param name="Fault">Null when the output is good.</param>
public readonly record struct InferenceOutcome(TimeSpan Run, Fault? Fault = null)
{
    public bool Ok => Fault is null;
}
