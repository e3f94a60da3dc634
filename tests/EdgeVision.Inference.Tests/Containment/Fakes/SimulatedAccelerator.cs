using EdgeVision.Core.Faults;
using EdgeVision.Core.Ports;
using EdgeVision.Inference.Accelerators;
using EdgeVision.Inference.Decoding;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Tests.Containment.Fakes;

/// <summary>One opening of a simulated device. Closed, it spoils its memory, as a freed one would be.</summary>
internal sealed class SimulatedAccelerator : IAccelerator
{
    private readonly SimulatedDevice _device;
    private readonly NativeTensor[] _inputs;
    private readonly FloatOutputs[] _outputs;
    private readonly TaskCompletionSource<InferenceOutcome>?[] _running;
    private readonly Lock _gate = new();
    private readonly bool _isWrong;

    public SimulatedAccelerator(SimulatedDevice device, OrtLibrary library)
    {
        _device = device;
        _isWrong = device.Mood == Mood.IsWrong;
        _inputs = [.. Enumerable.Range(0, device.Slots).Select(_ => NativeTensor.Allocate(library, TensorElementType.Float32, TokenModel.InputShape))];
        _outputs = [.. Enumerable.Range(0, device.Slots).Select(_ => new FloatOutputs(new float[TokenModel.Rows * TokenModel.RowLength]))];
        _running = new TaskCompletionSource<InferenceOutcome>?[device.Slots];
    }

    public bool IsClosed { get; private set; }

    public int Slots => _device.Slots;

    public NativeTensor Input(int slot) => _inputs[slot];

    public ITensorOutputs Outputs(int slot) => _outputs[slot];

    public ValueTask<InferenceOutcome> Submit(int slot)
    {
        var mood = _device.Mood;
        TaskCompletionSource<InferenceOutcome> run;
        lock (_gate)
        {
            if (IsClosed)
            {
                _device.Note("submitted to after it was closed");
                throw new ObjectDisposedException(_device.Name);
            }

            if (_running[slot] is not null)
            {
                _device.Note($"slot {slot} submitted while it runs");
            }

            if (mood == Mood.Throws)
            {
                throw new InvalidOperationException("no such thing");
            }

            _running[slot] = run = new TaskCompletionSource<InferenceOutcome>();
        }

        if (mood == Mood.Instant)
        {
            Answer(slot, run, mood);
        }
        else if (mood != Mood.Hangs)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => Answer(slot, run, mood), null);
        }

        return new ValueTask<InferenceOutcome>(run.Task);
    }

    public void Release(int? only)
    {
        for (var slot = 0; slot < Slots; slot++)
        {
            if (slot == (only ?? slot) && _running[slot] is { } run)
            {
                Answer(slot, run, Mood.Well);
            }
        }
    }

    public void Dispose()
    {
        TaskCompletionSource<InferenceOutcome>?[] running;
        lock (_gate)
        {
            if (IsClosed)
            {
                _device.Note("closed twice");
            }

            IsClosed = true;
            running = [.. _running];
        }

        foreach (var run in running)
        {
            run?.TrySetResult(Failed(FaultCode.AcceleratorLost, "it was closed"));
        }

        foreach (var input in _inputs)
        {
            input.AsFloats().Fill(float.NaN);
            input.Dispose();
        }
    }

    private void Answer(int slot, TaskCompletionSource<InferenceOutcome> run, Mood mood)
    {
        InferenceOutcome outcome;
        lock (_gate)
        {
            if (_running[slot] != run || IsClosed)
            {
                return;
            }

            outcome = mood switch
            {
                Mood.Fails => Failed(FaultCode.InferenceFailed, "it failed"),
                Mood.IsLost or Mood.Unplugged => Failed(FaultCode.AcceleratorLost, "it is gone"),
                _ => new InferenceOutcome(TimeSpan.FromMilliseconds(1)),
            };
            Compute(slot, mood);
            _running[slot] = null;
        }

        Interlocked.Increment(ref _device.Answers);
        run.TrySetResult(outcome);
    }

    private void Compute(int slot, Mood mood)
    {
        var output = _outputs[slot].Values;
        TokenModel.Run(_inputs[slot].AsFloats(), output);
        switch (mood)
        {
            case Mood.GivesNan:
                output[7] = float.NaN;
                break;
            case Mood.GivesInfinity:
                output[^5] = float.NegativeInfinity;
                break;
            case Mood.GivesNonsense:
                output[4] = 7;
                break;
        }

        if (_isWrong)
        {
            output[2] += 300;
        }
    }

    private InferenceOutcome Failed(FaultCode code, string what) =>
        new(TimeSpan.FromMilliseconds(1), new Fault(code, $"accelerator {_device.Name}", what));
}
