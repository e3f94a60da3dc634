namespace EdgeVision.Core.Pipeline;

/// <summary>What to do with the picked lane's frame.</summary>
public enum PickVerdict
{
    /// <summary>Nothing waits.</summary>
    None,

    /// <summary>Run the detector on it.</summary>
    Infer,

    /// <summary>Let it go: too early for the lane's rate.</summary>
    OverBudget,

    /// <summary>Let it go: past its deadline.</summary>
    Stale,
}
