namespace EdgeVision.Service.Doctor.Accelerators;

/// <summary>What is looked at of each accelerator. A new kind is a line here.</summary>
public static class AcceleratorChecks
{
    /// <param name="root">The machine.</param>
    public static IEnumerable<ICheck> All(SystemRoot root)
    {
        yield return new CpuCheck(root);
    }
}
