using EdgeVision.Core.Pipeline;
using EdgeVision.Messaging.Payloads;

namespace EdgeVision.Messaging.Results;

/// <summary>
/// What is published of one camera: its numbers, and its state, which goes out at once when the camera changes, at
/// most each second when its counts do, and each ten seconds at least.
/// </summary>
internal sealed class CameraFeed(string camera, TimeProvider time)
{
    private static readonly TimeSpan CountsPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RateWindow = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private CameraStatus _status = new(camera, CameraState.Starting);
    private SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private bool _statusChanged = true;
    private bool _countsChanged;
    private long _lastSaid = time.GetTimestamp();
    private long _rateSince = time.GetTimestamp();
    private int _rateFrames;
    private double? _rate;
    private long _seq;

    internal string Camera => camera;

    /// <summary>Numbers this camera's detections from 0.</summary>
    internal long NextSeq() => _seq++;

    internal void Note(CameraStatus status)
    {
        lock (_gate)
        {
            _statusChanged |= status != _status;
            _status = status;
        }
    }

    internal void Note(SortedDictionary<string, int> counts)
    {
        lock (_gate)
        {
            _rateFrames++;
            _countsChanged |= !counts.SequenceEqual(_counts);
            _counts = counts;
        }
    }

    /// <summary>The state, when it is time to say it; else null.</summary>
    internal CameraStateV1? TakeDueState(WireStamp stamp)
    {
        lock (_gate)
        {
            UpdateRate();
            var silent = time.GetElapsedTime(_lastSaid);
            if (!_statusChanged && !(_countsChanged && silent >= CountsPause) && silent < Refresh)
            {
                return null;
            }

            _statusChanged = false;
            _countsChanged = false;
            _lastSaid = time.GetTimestamp();
            return new CameraStateV1(stamp)
            {
                Camera = camera,
                State = SnakeCase.Of(_status.State),
                Reason = _status.Fault?.What,
                Remedy = SnakeCase.NullIfEmpty(_status.Fault?.Remedy),
                RetryInS = _status.RetryIn is { } pause ? Math.Round(pause.TotalSeconds, 1) : null,
                Restarts = _status.Restarts,
                Size = _status.Format?.Size.ToString(),
                Fps = _rate,
                Counts = _counts,
            };
        }
    }

    private void UpdateRate()
    {
        var window = time.GetElapsedTime(_rateSince);
        if (window < RateWindow)
        {
            return;
        }

        _rate = Math.Round(_rateFrames / window.TotalSeconds, 2);
        _rateFrames = 0;
        _rateSince = time.GetTimestamp();
    }
}
