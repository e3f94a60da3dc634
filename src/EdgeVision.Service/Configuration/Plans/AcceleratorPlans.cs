using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Inference.Offloading;
using EdgeVision.Service.Configuration.Options;
using EdgeVision.Service.Configuration.Rules;

namespace EdgeVision.Service.Configuration.Plans;

/// <summary>Resolves accelerators that have passed all rules.</summary>
internal static class AcceleratorPlans
{
    public static AcceleratorPlan Build(DeviceDraft draft, AcceleratorOptions options)
    {
        var name = new AcceleratorName(options.Provider);
        return new AcceleratorPlan
        {
            Name = name.Spelled,
            Provider = name.Provider,
            Family = name.Family,
            Prefer = options.Prefer,
            Options = name.Provider is { } provider ? ProviderSettings.Of(provider, options.Options).Values : options.Options,
            Library = options.Library is { } library ? draft.Absolute(library) : null,
            Isolation = options.Isolation,
            ThreadsAreGiven = options.Threads is not null,
            Threads = options.Threads ?? Math.Min(OfferPoints.UsualMostThreads, Environment.ProcessorCount),
            Spinning = options.Spinning,
        };
    }
}
