using System.Threading.Tasks.Sources;
using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Core.Operating;
using EdgeVision.Core.Ports;

namespace EdgeVision.Core.Tests.Fakes;

/// <summary>A detector whose device thread answers what it is told; it copies nothing and allocates nothing.</summary>
public sealed class FakeDetector : IDetector
{
    private readonly FakeRun[] _runs;
    private readonly AutoResetEvent _work = new(false);
    private readonly Queue<int> _queue = new(4);
    private readonly Thread? _device;
    private volatile bool _stop;

    public FakeDetector(int slots = 2, bool ownThread = true)
    {
        _runs = [.. Enumerable.Range(0, slots).Select(_ => new FakeRun())];
        if (ownThread)
        {
            _device = new Thread(Serve) { IsBackground = true };
            _device.Start();
        }
    }

    public Func<int, InferenceOutcome> Answer { get; set; } = _ => new InferenceOutcome(TimeSpan.FromMilliseconds(1));

    /// <summary>What a submission gives, instead of the device's answer.</summary>
    public Func<int, ValueTask<InferenceOutcome>>? Submitted { get; init; }

    public Action<Frame>? OnPrepare { get; set; }

    public OperatingPoint Point { get; } = new("fake", "00", new PictureSize(8, 8), "fake", 1, false);

    public LabelSet Labels { get; } = new(["thing"]);

    public int Slots => _runs.Length;

    public int Prepared { get; private set; }

    public void Prepare(int slot, Frame frame, ReadOnlySpan<Box> regions)
    {
        Prepared++;
        OnPrepare?.Invoke(frame);
    }

    public ValueTask<InferenceOutcome> Submit(int slot)
    {
        if (Submitted is not null)
        {
            return Submitted(slot);
        }

        if (_device is null)
        {
            return ValueTask.FromResult(Answer(slot));
        }

        _runs[slot].Core.Reset();
        lock (_queue)
        {
            _queue.Enqueue(slot);
        }

        _work.Set();
        return new ValueTask<InferenceOutcome>(_runs[slot], _runs[slot].Core.Version);
    }

    public void Decode(int slot, DetectionSet into) => into.Add(new Detection(new Box(0, 0, .5f, .5f), 0, .9f));

    public void Dispose()
    {
        _stop = true;
        _work.Set();
        _device?.Join();
        _work.Dispose();
    }

    private void Serve()
    {
        while (!_stop)
        {
            _work.WaitOne();
            while (TryNext(out var slot))
            {
                _runs[slot].Core.SetResult(Answer(slot));
            }
        }
    }

    private bool TryNext(out int slot)
    {
        lock (_queue)
        {
            return _queue.TryDequeue(out slot);
        }
    }

    private sealed class FakeRun : IValueTaskSource<InferenceOutcome>
    {
        public ManualResetValueTaskSourceCore<InferenceOutcome> Core;

        public InferenceOutcome GetResult(short token) => Core.GetResult(token);

        public ValueTaskSourceStatus GetStatus(short token) => Core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            Core.OnCompleted(continuation, state, token, flags);
    }
}
