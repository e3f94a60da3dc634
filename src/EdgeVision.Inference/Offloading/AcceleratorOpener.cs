using EdgeVision.Core.Faults;
using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators;
using EdgeVision.Inference.Accelerators.Containment;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Profiling;
using EdgeVision.Inference.Sessions;
using EdgeVision.Inference.Workers;
using EdgeVision.Inference.Workers.Contexts;
using EdgeVision.Inference.Workers.Protocol;
using EdgeVision.Native.OnnxRuntime;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Inference.Offloading;

/// <summary>Opens models on offers: the processor within this process, everything else in a worker unless told otherwise.</summary>
/// <param name="library">ONNX Runtime.</param>
/// <param name="workers">Starts workers.</param>
/// <param name="stateFolder">Where the device keeps what providers compiled; null to keep nothing.</param>
/// <param name="time">The clock of the runs.</param>
/// <param name="logger">Told how workers loaded their models.</param>
public sealed class AcceleratorOpener(OrtLibrary library, WorkerAcceleratorFactory workers, string? stateFolder, TimeProvider time, ILogger logger)
{
    // Two let one frame be prepared while the other runs.
    private const int ServingSlots = 2;

    // Providers that compile need minutes.
    private static readonly TimeSpan LoadDeadline = TimeSpan.FromMinutes(10);

    // What is far too slow shall still be measured, so that a person sees how slow.
    private static readonly TimeSpan MeasuringDeadline = TimeSpan.FromSeconds(10);

    /// <summary>A point of an offer, with the model's name, hash and size in it.</summary>
    public static OperatingPoint PointOf(VerifiedModel model, AcceleratorOffer offer, int threads, bool spinning) =>
        new(model.Manifest.Name, model.Manifest.Sha256, model.Manifest.Input.Size, offer.Name, threads, spinning);

    /// <summary>For serving frames, as one of a list.</summary>
    public AcceleratorCandidate ToServe(VerifiedModel model, PlannedAccelerator planned)
    {
        var offer = planned.Offer;

        // Workers watch themselves, and say more of what hangs; the processor is never given up, however slow it is.
        var watched = offer is { IsInProcess: true, IsProcessor: false };
        return new AcceleratorCandidate(offer.Name, offer.Provider, stop => Open(model, offer, planned.Point, ServingSlots, planned.RunDeadline, stop))
        {
            Point = planned.Point,
            RunLimit = watched ? planned.RunDeadline : Timeout.InfiniteTimeSpan,
            OpenLimit = watched ? LoadDeadline : Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>For being measured.</summary>
    public ProfileCandidate ToMeasure(VerifiedModel model, AcceleratorOffer offer, OperatingPoint point, CancellationToken stop)
    {
        WorkerAccelerator? worker = null;
        return new ProfileCandidate(
            point, offer.Family, () =>
            {
                var opened = Open(model, offer, point, slots: 1, MeasuringDeadline, stop);
                worker = opened as WorkerAccelerator;
                return opened;
            })
        {
            WorksOutside = !offer.IsInProcess,
            Workers = () => worker?.ProcessId is { } id ? [id] : [],
        };
    }

    /// <exception cref="FaultException">It cannot be opened, or does not run the model.</exception>
    private IAccelerator Open(VerifiedModel model, AcceleratorOffer offer, OperatingPoint point, int slots, TimeSpan deadline, CancellationToken stop)
    {
        var needs = model.Manifest.Decoder.Create(model.Manifest.Input.Size, model.Manifest.Classes.Count).Outputs;
        if (offer.IsInProcess)
        {
            return CpuAccelerator.Open(library, model, needs, OptionsOf(offer, point), slots, time, offer.Name);
        }

        // Called on threads made for it.
        var opening = workers.OpenAsync(model, needs, PlanOf(offer, point, slots, deadline), stop).GetAwaiter().GetResult();
        var worker = opening.Accelerator ?? throw new FaultException(opening.Fault!);
        if (worker.Loaded is { } loaded)
        {
            Say(offer.Name, loaded);
        }

        return worker;
    }

    private void Say(string accelerator, LoadedReport loaded)
    {
        if (loaded.Way != LoadWay.Plain)
        {
            logger.LoadedCompiled(accelerator, loaded.Way == LoadWay.Restored ? "took what it had compiled before" : "compiled the model and kept the result");
        }

        foreach (var note in loaded.Notes)
        {
            logger.LoadNote(accelerator, note);
        }
    }

    private WorkerPlan PlanOf(AcceleratorOffer offer, OperatingPoint point, int slots, TimeSpan deadline) => new()
    {
        Accelerator = offer.Name, Provider = offer.Provider, ProviderOptions = offer.Options, ProviderLibrary = offer.Library,
        Contexts = stateFolder is null ? null : ContextPlan.For(stateFolder, offer.Provider),
        Threads = point.Threads, Spinning = point.Spinning, Slots = slots, LoadDeadline = LoadDeadline, RunDeadline = deadline,
    };

    private OrtSessionOptions OptionsOf(AcceleratorOffer offer, OperatingPoint point)
    {
        var options = new OrtSessionOptions { IntraOpThreads = point.Threads, Spinning = point.Spinning, ProviderOptions = offer.Options };
        return offer.IsProcessor ? options
            : offer.Library is { } plugIn ? options with { Devices = PlugIn.DevicesOf(library, offer.Provider, plugIn) }
            : options with { Provider = offer.Provider };
    }
}
