using EdgeVision.Capture.Sources;
using EdgeVision.Core.Detections;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Operating;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Inference;
using EdgeVision.Inference.Models;
using EdgeVision.Service.Composition.Offloading;
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
    private static readonly TimeSpan ReviewBudget = TimeSpan.FromSeconds(5);

    private readonly DevicePlan _plan;
    private readonly bool _checksTruth;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;
    private readonly ILogger _logger;
    private readonly IResultSink[] _sinks;
    private readonly AcceleratorNews _news;
    private readonly ModelsAtWork _models;
    private readonly VisionPipeline _pipeline;
    private readonly InferenceLoops _loops;
    private readonly List<OpenedCamera> _cameras = [];
    private readonly List<(CameraPlan Plan, Fault Fault)> _lame = [];
    private readonly Dictionary<string, TruthCheck> _truths = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private ITimer? _governing;
    private Task _reviewing = Task.CompletedTask;
    private bool _isWhole = true;

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
        _checksTruth = checksTruth;
        _time = time;
        _loggers = loggers;
        _logger = loggers.CreateLogger<RunningDevice>();
        _pipeline = new VisionPipeline(new FairScheduler(), new FullBudget(), time);
        _loops = new InferenceLoops(_pipeline, time, loggers.CreateLogger<InferenceLoop>());
        Mqtt = new MqttOutput(plan, () => Lanes, time, loggers);
        _sinks = [Mqtt.Sink, .. watchers];
        _news = new AcceleratorNews(_sinks, PublishInfo, time);
        _models = new ModelsAtWork(plan, store, _news, time, loggers.CreateLogger<ModelsAtWork>());
    }

    public MqttOutput Mqtt { get; }

    /// <summary>The cameras that run.</summary>
    public IReadOnlyList<CameraLane> Lanes { get; private set; } = [];

    /// <summary>The cameras that cannot run, and why.</summary>
    public IReadOnlyList<(CameraPlan Plan, Fault Fault)> Lame => _lame;

    /// <summary>The comparisons with the truth, by camera.</summary>
    public IReadOnlyDictionary<string, TruthCheck> Truths => _truths;

    public async Task StartAsync(CancellationToken cancellation)
    {
        await Mqtt.StartAsync(cancellation).ConfigureAwait(false);
        await _models.OpenAsync(cancellation).ConfigureAwait(false);
        _plan.Cameras.ToList().ForEach(Open);
        Lanes = [.. _cameras.Select(camera => camera.Lane)];
        PublishInfo();
        foreach (var (camera, fault) in _lame)
        {
            _logger.CameraCannotRun(camera.Lane.CameraId, fault);
            Mqtt.Sink.OnFault(fault);
            Mqtt.Sink.OnCamera(new CameraStatus(camera.Lane.CameraId, CameraState.Stopped, fault));
        }

        if (_cameras.Count == 0)
        {
            return;
        }

        Serve();
        _governing = _time.CreateTimer(_ => _pipeline.Govern(DeviceState.Unknown), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        foreach (var camera in _cameras)
        {
            camera.Supervisor.Start();
        }

        _reviewing = Task.Run(() => ReviewAsync(_stop.Token), CancellationToken.None);
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

        await _stop.CancelAsync().ConfigureAwait(false);
        try
        {
            await _reviewing.WaitAsync(ReviewBudget, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // It measures something that hangs: that keeps its memory until the process ends.
            _isWhole = false;
        }

        // All at once, for each may need its budget; on threads of their own, for the pool of a small device has two.
        await Task.WhenAll(_cameras.Select(camera => Task.Factory.StartNew(
            () => camera.Supervisor.Stop(CameraBudget), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))).ConfigureAwait(false);
        var finished = _loops.Stop() && _isWhole;
        foreach (var lane in Lanes)
        {
            lane.Drain();
        }

        _cameras.ForEach(camera => camera.Supervisor.Dispose());
        _news.Dispose();
        await Mqtt.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
        if (finished)
        {
            // A run that hangs still uses its memory; then the process's end frees it.
            _models.Dispose();
        }

        foreach (var truth in _truths.Values)
        {
            await truth.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void PublishInfo() => Mqtt.Publish(stamp => DeviceInfo.Of(_plan, _models.All, stamp));

    private bool Serve() => _loops.Serve(_cameras.Select(camera => (camera.Lane, _models.Of(camera.Plan.Model)!)));

    /// <summary>Beside the cameras: looks what accelerators there are, moves models to better ones, and looks again when a device comes or goes.</summary>
    private async Task ReviewAsync(CancellationToken cancellation)
    {
        var watch = new HardwareWatch(_time);
        try
        {
            while (true)
            {
                if (_models.NeedsLook)
                {
                    await MoveAsync(cancellation).ConfigureAwait(false);
                }

                _logger.DevicesChanged(await watch.ChangeAsync(cancellation).ConfigureAwait(false));
                _models.LookAgain();
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The device stops.
        }
    }

    private async Task MoveAsync(CancellationToken cancellation)
    {
        try
        {
            if (await _models.ReviewAsync(cancellation).ConfigureAwait(false) is { Count: > 0 } replaced)
            {
                if (_isWhole &= Serve())
                {
                    replaced.ToList().ForEach(static model => model.Dispose());
                }
            }

            // Also when nothing moves: there is more that was compared.
            _news.Tell();
        }
        catch (Exception bug) when (bug is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            _logger.LookFailed(bug);
        }
    }

    private void Open(CameraPlan camera)
    {
        if (_models.Of(camera.Model)?.Detector is not { } detector)
        {
            _lame.Add((camera, _models.FaultOf(camera.Model)));
            return;
        }

        var truth = _checksTruth ? TruthOf(camera, detector) : null;
        var lane = new CameraLane(
            camera.Lane with { WantedClasses = Wanted(camera, detector.Labels) }, new EverythingMoves(), new NoTracks(), new NoRules(),
            truth is null ? _sinks : [.. _sinks, truth], _time);
        var connect = CameraKinds.Connector(camera.Lane.CameraId, camera.Source, camera.Capture, camera.PasswordFile, _time, truth is null ? null : truth.OnDrawn);
        var supervisor = new CameraSupervisor(lane, connect, Random.Shared, _time, _loggers.CreateLogger<CameraSupervisor>());
        _cameras.Add(new OpenedCamera(camera, lane, supervisor));
    }

    /// <summary>Null for a camera of which nothing is known, or a model that knows nothing of a street.</summary>
    private TruthCheck? TruthOf(CameraPlan camera, Detector detector) =>
        camera.Source is SyntheticSpec && TruthCheck.LabelsOf(detector.Labels, camera.Objects) is { Count: > 0 } labels
            ? _truths[camera.Lane.CameraId] = new TruthCheck(labels, detector.MinScore)
            : null;

    private static bool[]? Wanted(CameraPlan camera, LabelSet labels) =>
        camera.Objects.Count == 0 ? null : [.. labels.Names.Select(name => camera.Objects.Contains(name, StringComparer.OrdinalIgnoreCase))];
}
