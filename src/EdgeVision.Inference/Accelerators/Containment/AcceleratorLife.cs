namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>
/// One accelerator's state and the ways on from it: Absent → Starting → Proving → Ready → Suspect → Quarantined, and from
/// there back through Starting. Nothing reaches Ready but from Proving, or from Suspect after a while without a fault.
/// </summary>
public sealed class AcceleratorLife
{
    public AcceleratorState State { get; private set; } = AcceleratorState.Absent;

    /// <summary>Whether frames may be given to it.</summary>
    public bool Serves => State is AcceleratorState.Ready or AcceleratorState.Suspect;

    /// <summary>Whether one state may follow the other at once.</summary>
    public static bool Allows(AcceleratorState from, AcceleratorState to) => to switch
    {
        AcceleratorState.Absent => from is AcceleratorState.Starting,
        AcceleratorState.Starting => from is AcceleratorState.Absent or AcceleratorState.Quarantined,
        AcceleratorState.Proving => from is AcceleratorState.Starting or AcceleratorState.Quarantined,
        AcceleratorState.Ready => from is AcceleratorState.Proving or AcceleratorState.Suspect,
        AcceleratorState.Suspect => from is AcceleratorState.Ready,
        _ => from is not AcceleratorState.Absent,
    };

    /// <summary>Goes on to a state; false when it is in that one already.</summary>
    /// <exception cref="InvalidOperationException">There is no such way.</exception>
    public bool Move(AcceleratorState to)
    {
        if (to == State)
        {
            return false;
        }

        if (!Allows(State, to))
        {
            throw new InvalidOperationException($"an accelerator does not go from {State} to {to}");
        }

        State = to;
        return true;
    }
}
