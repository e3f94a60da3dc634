using EdgeVision.Core.Operating;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Offloading;

namespace EdgeVision.Service.Profiling;

/// <summary>What `profile` is asked for.</summary>
/// <param name="Model">The model.</param>
/// <param name="Threads">Thread counts of the processor's points.</param>
/// <param name="Offers">Everything that it is measured on.</param>
/// <param name="IsQuick">Two seconds a point instead of thirteen.</param>
/// <param name="Policy">Of the decision that is shown.</param>
/// <param name="Demand">Of the decision that is shown.</param>
internal sealed record ProfileRequest(
    VerifiedModel Model, IReadOnlyList<int> Threads, IReadOnlyList<AcceleratorOffer> Offers, bool IsQuick, OffloadPolicy Policy, IReadOnlyList<CameraDemand> Demand);
