using System.Threading.Tasks.Sources;
using EdgeVision.Core.Ports;

namespace EdgeVision.Inference.Accelerators;

/// <summary>The completion of one slot's runs, used again for each: no allocation per run.</summary>
internal sealed class RunCompletion : IValueTaskSource<InferenceOutcome>
{
    private ManualResetValueTaskSourceCore<InferenceOutcome> _core;
    private volatile int _signaller;

    /// <summary>Begins a run.</summary>
    public ValueTask<InferenceOutcome> Begin()
    {
        // Who polls the status may see a run complete while its signalling still goes on; starting over then would
        // lose the signal. A continuation that submits from within the signalling is past that point.
        var spinner = default(SpinWait);
        while (_signaller != 0 && _signaller != Environment.CurrentManagedThreadId)
        {
            spinner.SpinOnce();
        }

        _core.Reset();
        return new ValueTask<InferenceOutcome>(this, _core.Version);
    }

    /// <summary>Ends the run; its continuation runs within this call.</summary>
    public void Complete(InferenceOutcome outcome)
    {
        _signaller = Environment.CurrentManagedThreadId;
        try
        {
            _core.SetResult(outcome);
        }
        finally
        {
            _signaller = 0;
        }
    }

    public InferenceOutcome GetResult(short token) => _core.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
