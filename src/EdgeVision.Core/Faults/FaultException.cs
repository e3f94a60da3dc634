namespace EdgeVision.Core.Faults;

/// <summary>Carries a <see cref="Faults.Fault"/> out of a call that cannot return one, at the edge of the device.</summary>
public sealed class FaultException(Fault fault, Exception? inner = null) : Exception(fault.ToString(), inner)
{
    public Fault Fault { get; } = fault;
}
