using System.Threading.Channels;
using EdgeVision.Capture.Synthetic;
using EdgeVision.Capture.Synthetic.Export;
using EdgeVision.Core.Detections;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Core.Scenes;
using EdgeVision.ModelTools.Evaluation;

namespace EdgeVision.Service.Truth;

/// <summary>
/// Compares what a synthetic camera's detector finds with what its street truly shows. The truth is that of the drawing itself, told
/// by the camera frame by frame, so nothing is drawn twice; the camera's and the loop's thread copy under one lock, and a task of its own compares.
/// Objects that <see cref="StreetLabelRules"/> gives no label, and detections on them, do not count.
/// </summary>
public sealed class TruthCheck : IResultSink, IAsyncDisposable
{
    private const int Waiting = 64;

    private static readonly StreetLabelRules Rules = new();

    private readonly Channel<FramePair> _pairs = Channel.CreateBounded<FramePair>(new BoundedChannelOptions(Waiting) { SingleReader = true });
    private readonly DrawnFrames _drawn = new();
    private readonly LabelAgreement _agreement;
    private readonly float _score;
    private readonly Lock _gate = new();
    private readonly Task _comparing;
    private long _notCompared;

    /// <param name="labels">Those that count.</param>
    /// <param name="score">Least score of the detections, for the reading.</param>
    public TruthCheck(LabelSet labels, float score)
    {
        _agreement = new LabelAgreement(labels);
        _score = score;
        _comparing = Task.Run(CompareAsync);
    }

    /// <summary>The street's labels that the model knows and the camera is to find; none when there is nothing to compare.</summary>
    /// <param name="model">The model's.</param>
    /// <param name="objects">The camera's; empty for all.</param>
    public static LabelSet LabelsOf(LabelSet model, IReadOnlyCollection<string> objects)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new LabelSet([.. StreetExport.Categories.Keys.Where(label =>
            model.IndexOf(label) >= 0 && (objects.Count == 0 || objects.Contains(label, StringComparer.OrdinalIgnoreCase)))]);
    }

    /// <summary>Told by the camera what its next frame shows.</summary>
    public void OnDrawn(TimeSpan mediaTime, List<StreetObject> objects) => _drawn.Add(mediaTime, objects);

    public void OnResult(LaneResult result)
    {
        if (!_drawn.TryGet(result.Stamp.MediaTime, out var truth)
            || !_pairs.Writer.TryWrite(new FramePair(result.Frame.Format.Size, result.Labels, result.Detections.ToArray(), truth)))
        {
            Interlocked.Increment(ref _notCompared);
        }
    }

    public void OnEvent(SceneEvent sceneEvent)
    {
    }

    public void OnCamera(CameraStatus status)
    {
    }

    public void OnFault(Fault fault)
    {
    }

    public TruthReading Read()
    {
        lock (_gate)
        {
            return new TruthReading(_agreement.Overall, _agreement.PerLabel, _agreement.Pictures, Interlocked.Read(ref _notCompared), _score);
        }
    }

    /// <summary>Compares what still waits, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _pairs.Writer.TryComplete();
        await _comparing.ConfigureAwait(false);
    }

    private async Task CompareAsync()
    {
        await foreach (var pair in _pairs.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            var (plain, hidden) = Sort(pair);
            var found = _agreement.Records(pair.Found, pair.Names, pair.Size);
            lock (_gate)
            {
                _agreement.Add(plain, found, hidden);
            }
        }
    }

    private (List<DetectionRecord> Plain, List<DetectionRecord> Hidden) Sort(in FramePair pair)
    {
        var (plain, hidden) = (new List<DetectionRecord>(), new List<DetectionRecord>());
        foreach (var item in pair.Truth)
        {
            if (_agreement.Labels.IndexOf(item.Label) is var label and >= 0)
            {
                (Rules.IsLabelled(item, pair.Size) ? plain : hidden).Add(DetectionRecord.Of(0, label, item.VisibleBox, pair.Size, 1));
            }
        }

        return (plain, hidden);
    }
}
