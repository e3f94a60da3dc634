using EdgeVision.Core.Faults;
using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators.Containment;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Models.Signing;
using EdgeVision.Inference.Offloading;
using EdgeVision.Inference.Workers;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Service.Configuration.Plans;
using EdgeVision.Service.Verbs;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Service.Composition.Offloading;

/// <summary>The models of a device, each loaded once and at work on what was decided. One that cannot be used is a fault; the others work.</summary>
internal sealed class ModelsAtWork : IDisposable
{
    // What measurement mostly chooses when it does not choose one, which needs no pool.
    private const int UsualShared = 2;

    private readonly DevicePlan _plan;
    private readonly ModelStore _store;
    private readonly AcceleratorOffers _offers;
    private readonly AcceleratorOpener _opener;
    private readonly OffloadDesk _desk;
    private readonly IAcceleratorWatcher _watcher;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Dictionary<ModelPlan, ServedModel> _served = [];
    private readonly Dictionary<ModelPlan, Fault> _faults = [];

    /// <param name="plan">The device's.</param>
    /// <param name="store">Where its models are.</param>
    /// <param name="watcher">Is told what happens to accelerators.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Told what was decided.</param>
    /// <exception cref="Native.NativeLibraryException">ONNX Runtime is missing.</exception>
    public ModelsAtWork(DevicePlan plan, ModelStore store, IAcceleratorWatcher watcher, TimeProvider time, ILogger<ModelsAtWork> logger)
    {
        var library = OrtLibrary.Load();

        // One pool for all sessions of so many threads; it must be said before the first of them.
        library.ShareThreads(plan.ForProcessor.ThreadsAreGiven ? plan.ForProcessor.Threads : Math.Min(UsualShared, Environment.ProcessorCount), plan.ForProcessor.Spinning);
        _plan = plan;
        _store = store;
        _watcher = watcher;
        _time = time;
        _logger = logger;
        _offers = new AcceleratorOffers(plan.Accelerators, library);
        _opener = Opener(library, time, logger);
        _desk = new OffloadDesk(plan.Accelerators, _opener, OffloadDesk.Tables(plan.Accelerators, library, time), logger);
    }

    /// <summary>Opens models in this process, and in workers that are this program again.</summary>
    public static AcceleratorOpener Opener(OrtLibrary library, TimeProvider time, ILogger logger) => new(
        library, new WorkerAcceleratorFactory(new WorkerSetup { Command = WorkerCommand.ThisProgram(WorkerVerb.Name) }, time),
        ModelFolders.StateFolder(), time, logger);

    /// <summary>Those that work.</summary>
    public IReadOnlyCollection<ServedModel> All
    {
        get
        {
            lock (_served)
            {
                return [.. _served.Values];
            }
        }
    }

    /// <summary>Whether there may be accelerators that are not known yet.</summary>
    public bool NeedsLook => _offers.NeedsLook;

    /// <summary>Null when it cannot be used.</summary>
    public ServedModel? Of(ModelPlan model)
    {
        lock (_served)
        {
            return _served.GetValueOrDefault(model);
        }
    }

    /// <summary>Why it cannot be used.</summary>
    public Fault FaultOf(ModelPlan model) => _faults[model];

    /// <summary>Loads all models, decides with what is known at once, and opens them.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        using var keys = _plan.ModelSigners is { } signers ? TrustedKeys.Load(signers) : null;
        foreach (var model in _plan.Models.Values)
        {
            try
            {
                var verified = _store.Load(model.Model.Reference);
                if (keys?.Refusal(verified.Manifest) is { } refusal)
                {
                    _faults[model] = refusal;
                    continue;
                }

                var plan = await _desk.DecideAsync(verified, _desk.AtOnce(verified, _offers.Named()), DemandOf(model), cancellation).ConfigureAwait(false);
                Say(verified.Manifest.Name, plan);
                Set(model, Open(model, verified, plan));
            }
            catch (FaultException failure)
            {
                _faults[model] = failure.Fault;
            }
        }
    }

    /// <summary>Looks what accelerators there are and decides again.</summary>
    /// <returns>The models that run elsewhere from now on, as they were: to be disposed once no loop uses them.</returns>
    public async Task<IReadOnlyList<ServedModel>> ReviewAsync(CancellationToken cancellation)
    {
        var offers = await _offers.FoundAsync(cancellation).ConfigureAwait(false);
        var replaced = new List<ServedModel>();
        foreach (var model in _plan.Models.Values)
        {
            if (Of(model) is not { } before)
            {
                continue;
            }

            var plan = await _desk.DecideAsync(before.Model, offers, DemandOf(model), cancellation).ConfigureAwait(false);
            if (plan.Why != before.Plan.Why)
            {
                Say(before.Model.Manifest.Name, plan);
            }

            if (plan.RunsLike(before.Plan))
            {
                // The same, with more that was compared.
                before.Plan = plan;
                continue;
            }

            Set(model, Open(model, before.Model, plan));
            replaced.Add(before);
        }

        return replaced;
    }

    /// <summary>Tries accelerators that do not serve without waiting, as when a device was plugged in.</summary>
    public void LookAgain()
    {
        foreach (var model in All)
        {
            model.Accelerator.LookAgain();
        }
    }

    public void Dispose()
    {
        foreach (var model in All)
        {
            model.Dispose();
        }
    }

    private void Set(ModelPlan model, ServedModel served)
    {
        lock (_served)
        {
            _served[model] = served;
        }
    }

    private ServedModel Open(ModelPlan model, VerifiedModel verified, OffloadPlan plan) =>
        ServedModel.Open(verified, model, plan, _opener, new LoggingWatcher(_logger, _watcher), _time);

    private IReadOnlyList<CameraDemand> DemandOf(ModelPlan model) => CameraDemands.Of(_plan.Cameras, model);

    private void Say(string model, OffloadPlan plan)
    {
        _logger.RunsOn(model, plan.Why);
        foreach (var other in plan.Decision?.RunnersUp ?? [])
        {
            _logger.RunnerUp(model, Inference.Profiling.ProfileSamples.NameOf(other.Point), other.Lost);
        }
    }
}
