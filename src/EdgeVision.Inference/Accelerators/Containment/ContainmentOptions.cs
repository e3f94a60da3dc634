namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>When an accelerator is given up, and when it is tried again.</summary>
public sealed record ContainmentOptions
{
    /// <summary>So many faults within <see cref="Window"/> quarantine it, at least 1; a lost or hanging one is quarantined at the first.</summary>
    public int Faults { get; init; } = 3;

    /// <summary>How long a fault counts.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Between quarantine and the first try to come back; each further one is twice as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause between two tries, for one that fails and for one that is not there.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long <see cref="FallbackAccelerator.Dispose"/> waits for accelerators that do not end.</summary>
    public TimeSpan StopLimit { get; init; } = TimeSpan.FromSeconds(5);
}
