using EdgeVision.Inference.Accelerators.Hardware;
using EdgeVision.Service.Configuration.Plans;
using EdgeVision.Service.Devices;

namespace EdgeVision.Service.Doctor.Accelerators;

/// <summary>What is looked at of each accelerator. A new kind is a line here.</summary>
public static class AcceleratorChecks
{
    /// <summary>What only reads.</summary>
    /// <param name="root">The machine.</param>
    public static IEnumerable<ICheck> Reading(SystemTree root)
    {
        yield return new CpuCheck(root);
    }

    /// <summary>What works the processor, and should have it for itself.</summary>
    /// <param name="scope">The machine and its file.</param>
    public static IEnumerable<ICheck> Trying(DoctorScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        IReadOnlyList<AcceleratorPlan> accelerators = scope.File.Result?.Plan?.Accelerators ?? [];
        var probes = new BoundedProbes(new ProbeProcess(OwnProgram.AsProbe, BoundedProbes.OneProbe * scope.Patience), scope.Time, BoundedProbes.StartingTime * scope.Patience);
        yield return new AcceleratorCheck(scope.Root, accelerators, probes);
    }
}
