using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Inference.Accelerators.Probing;
using EdgeVision.Service.Devices;

namespace EdgeVision.Service.Doctor.Accelerators;

/// <summary>Probes that are begun only within a time; what comes later is told as not tried.</summary>
/// <param name="probes">Do the work, each within its own deadline.</param>
/// <param name="time">The clock.</param>
/// <param name="starting">How long probes are begun, counted from the first question.</param>
public sealed class BoundedProbes(ProbeProcess probes, TimeProvider time, TimeSpan starting)
{
    /// <summary>A device on a small board starts for seconds.</summary>
    public static readonly TimeSpan OneProbe = TimeSpan.FromSeconds(8);

    public static readonly TimeSpan StartingTime = TimeSpan.FromSeconds(8);

    private long _start;

    private bool IsLate => time.GetElapsedTime(_start) >= starting;

    /// <summary>The first question: what library there is.</summary>
    public Task<LoadedRuntime> LookAsync(CancellationToken cancellation)
    {
        _start = time.GetTimestamp();
        return probes.LookAsync(cancellation);
    }

    public Task<ProbeReport> TryAsync(ProviderEntry provider, IReadOnlyDictionary<string, string> options, CancellationToken cancellation) =>
        IsLate ? Task.FromResult(Untried()) : probes.TryAsync(provider, options, cancellation);

    public Task<ProbeReport> TryAsync(PluginLibrary library, int device, CancellationToken cancellation) =>
        IsLate ? Task.FromResult(Untried()) : probes.TryAsync(library, device, cancellation);

    public Task<PluginListing> ListAsync(PluginLibrary library, CancellationToken cancellation) =>
        IsLate ? Task.FromResult(new PluginListing(ProbeOutcome.Untried, "", [])) : probes.ListAsync(library, cancellation);

    private static ProbeReport Untried() => new(ProbeOutcome.Untried, "", 0, 0);
}
