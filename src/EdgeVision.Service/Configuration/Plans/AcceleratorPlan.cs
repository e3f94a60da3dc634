using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Service.Configuration.Options;

namespace EdgeVision.Service.Configuration.Plans;

/// <summary>An accelerator to open, or a wish for one of a kind.</summary>
public sealed record AcceleratorPlan
{
    /// <summary>auto, a family's word, a provider's short name as the catalogue spells it, or a plug-in provider's own name.</summary>
    public required string Name { get; init; }

    /// <summary>The catalogue's entry; null for auto, a family and an unlisted plug-in.</summary>
    public ProviderEntry? Provider { get; init; }

    /// <summary>The family that was asked for; null when it was no family.</summary>
    public AcceleratorFamily? Family { get; init; }

    /// <summary>By what auto chooses; null for the measured best.</summary>
    public AcceleratorPreference? Prefer { get; init; }

    /// <summary>As the provider takes them.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Absolute path of the plug-in library, or null.</summary>
    public string? Library { get; init; }

    public Isolation Isolation { get; init; }

    /// <summary>Within one inference on the processor, at least 1.</summary>
    public required int Threads { get; init; }

    /// <summary>Whether they were written; else they are measured.</summary>
    public bool ThreadsAreGiven { get; init; }

    /// <summary>Idle threads spin.</summary>
    public bool Spinning { get; init; }

    public bool IsAuto => Name == AcceleratorOptions.Auto;

    /// <summary>True when the processor satisfies it: it was asked for, or may be chosen.</summary>
    public bool TakesProcessor => (IsAuto && Prefer is not (AcceleratorPreference.Npu or AcceleratorPreference.Gpu))
        || Provider is { Way: ProviderWay.Always };

    /// <summary>The first of a list that the processor satisfies; where none does, the first one's settings for it.</summary>
    public static AcceleratorPlan ForProcessor(IReadOnlyList<AcceleratorPlan> plans) => plans.FirstOrDefault(static one => one.TakesProcessor) ?? plans[0];
}
