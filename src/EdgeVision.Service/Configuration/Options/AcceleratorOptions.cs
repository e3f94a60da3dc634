using System.ComponentModel.DataAnnotations;

namespace EdgeVision.Service.Configuration.Options;

/// <summary>One thing inference runs on.</summary>
public sealed record AcceleratorOptions
{
    /// <summary>auto takes the best that works here; in this version that is the CPU.</summary>
    public AcceleratorKind Provider { get; init; }

    /// <summary>Threads within one inference; a thread for each core, at most 4, when left out.</summary>
    [Range(1, 64)]
    public int? Threads { get; init; }

    /// <summary>Idle threads spin for the next task: a little faster, at much energy.</summary>
    public bool Spinning { get; init; }
}
