using EdgeVision.Capture.Sources;
using EdgeVision.Core.Detections;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Operating;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Inference;
using EdgeVision.Inference.Models;
using EdgeVision.Service.Configuration.Plans;
using EdgeVision.Service.Truth;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Service.Composition;

/// <summary>
/// A device at work: the one place where all parts are put together. Started sinks → accelerators → cameras, stopped
/// in reverse, each with a budget.
/// </summary>
internal sealed class RunningDevice : IAsyncDisposable
{
    private static readonly TimeSpan CameraBudget = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LoopBudget = TimeSpan.FromSeconds(5);

    private readonly DevicePlan _plan;
    private readonly ILogger _logger;
    private readonly Detectors _detectors;
    private readonly VisionPipeline _pipeline;
    private readonly List<OpenedCamera> _cameras = [];
    private readonly List<(CameraPlan Plan, Fault Fault)> _lame = [];
    private readonly Dictionary<string, TruthCheck> _truths = new(StringComparer.Ordinal);
    private readonly InferenceLoop? _loop;
    private readonly ITimer? _governing;

    /// <param name="plan">What to run.</param>
    /// <param name="store">Where its models are.</param>
    /// <param name="watchers">More sinks than the broker's.</param>
    /// <param name="checksTruth">Compares what is found on synthetic cameras with what they truly show.</param>
    /// <param name="time">Of everything.</param>
    /// <param name="loggers">For the parts.</param>
    /// <exception cref="Native.NativeLibraryException">ONNX Runtime or libmosquitto is missing.</exception>
    public RunningDevice(
        DevicePlan plan, ModelStore store, IReadOnlyList<IResultSink> watchers, bool checksTruth, TimeProvider time, ILoggerFactory loggers)
    {
        _plan = plan;
        _logger = loggers.CreateLogger<RunningDevice>();
        _detectors = new Detectors(plan, store, time);
        _pipeline = new VisionPipeline(new FairScheduler(), new FullBudget(), time);
        try
        {
            Mqtt = new MqttOutput(plan, () => Lanes, time, loggers);
        }
        catch
        {
            _detectors.Dispose();
            throw;
        }

        IResultSink[] sinks = [Mqtt.Sink, .. watchers];
        foreach (var camera in plan.Cameras)
        {
            Open(camera, sinks, checksTruth, time, loggers);
        }

        Lanes = [.. _cameras.Select(camera => camera.Lane)];
        if (_cameras.Count > 0)
        {
            _loop = new InferenceLoop(
                "cpu", _pipeline, [.. _cameras.Select(camera => (camera.Lane, camera.Detector))], time, loggers.CreateLogger<InferenceLoop>());
            _governing = time.CreateTimer(_ => _pipeline.Govern(DeviceState.Unknown), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        }
    }

    public MqttOutput Mqtt { get; }

    /// <summary>The cameras that run.</summary>
    public IReadOnlyList<CameraLane> Lanes { get; } = [];

    /// <summary>The cameras that cannot run, and why.</summary>
    public IReadOnlyList<(CameraPlan Plan, Fault Fault)> Lame => _lame;

    /// <summary>The comparisons with the truth, by camera.</summary>
    public IReadOnlyDictionary<string, TruthCheck> Truths => _truths;

    public async Task StartAsync(CancellationToken cancellation)
    {
        await Mqtt.StartAsync(stamp => DeviceInfo.Of(_plan, _detectors.Manifests, stamp), cancellation).ConfigureAwait(false);
        foreach (var (camera, fault) in _lame)
        {
            _logger.CameraCannotRun(camera.Lane.CameraId, fault);
            Mqtt.Sink.OnFault(fault);
            Mqtt.Sink.OnCamera(new CameraStatus(camera.Lane.CameraId, CameraState.Stopped, fault));
        }

        _loop?.Start();
        foreach (var camera in _cameras)
        {
            camera.Supervisor.Start();
        }
    }

    /// <summary>Completes when every source is finished in good order and its frames are inferred; never while there is a live camera.</summary>
    public async Task EndedAsync(CancellationToken cancellation)
    {
        await Task.WhenAll(_cameras.Select(camera => camera.Supervisor.Ended)).WaitAsync(cancellation).ConfigureAwait(false);
        while (Lanes.Any(lane => lane.Ledger.Read() is not { InSlot: 0, InFlight: 0 }))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Stops cameras, accelerators and sinks, in this order.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_governing is not null)
        {
            await _governing.DisposeAsync().ConfigureAwait(false);
        }

        // All at once, for each may need its budget; on threads of their own, for the pool of a small device has two.
        await Task.WhenAll(_cameras.Select(camera => Task.Factory.StartNew(
            () => camera.Supervisor.Stop(CameraBudget), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))).ConfigureAwait(false);
        var finished = _loop?.Stop(LoopBudget) ?? true;
        foreach (var lane in Lanes)
        {
            lane.Drain();
        }

        _cameras.ForEach(camera => camera.Supervisor.Dispose());
        await Mqtt.DisposeAsync().ConfigureAwait(false);
        if (finished)
        {
            // A run that hangs still uses its memory; then the process's end frees it.
            _detectors.Dispose();
        }

        foreach (var truth in _truths.Values)
        {
            await truth.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void Open(CameraPlan camera, IReadOnlyList<IResultSink> sinks, bool checksTruth, TimeProvider time, ILoggerFactory loggers)
    {
        if (_detectors.Of(camera.Model) is not { } detector)
        {
            _lame.Add((camera, _detectors.FaultOf(camera.Model)!));
            return;
        }

        var truth = checksTruth ? TruthOf(camera, detector) : null;
        var lane = new CameraLane(
            camera.Lane with { WantedClasses = Wanted(camera, detector.Labels) }, new EverythingMoves(), new NoTracks(), new NoRules(),
            truth is null ? sinks : [.. sinks, truth], time);
        var connect = CameraKinds.Connector(camera.Lane.CameraId, camera.Source, camera.Capture, camera.PasswordFile, time, truth is null ? null : truth.OnDrawn);
        var supervisor = new CameraSupervisor(lane, connect, Random.Shared, time, loggers.CreateLogger<CameraSupervisor>());
        _cameras.Add(new OpenedCamera(camera, lane, supervisor, detector));
    }

    /// <summary>Null for a camera of which nothing is known, or a model that knows nothing of a street.</summary>
    private TruthCheck? TruthOf(CameraPlan camera, Detector detector) =>
        camera.Source is SyntheticSpec && TruthCheck.LabelsOf(detector.Labels, camera.Objects) is { Count: > 0 } labels
            ? _truths[camera.Lane.CameraId] = new TruthCheck(labels, detector.MinScore)
            : null;

    private static bool[]? Wanted(CameraPlan camera, LabelSet labels) =>
        camera.Objects.Count == 0 ? null : [.. labels.Names.Select(name => camera.Objects.Contains(name, StringComparer.OrdinalIgnoreCase))];
}
