using System.Diagnostics.CodeAnalysis;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Ports;
using EdgeVision.Inference.Models;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>Has accelerators answer the golden frame, and compares them with the last candidate's answer.</summary>
internal sealed class GoldenProof
{
    private readonly ModelManifest _manifest;
    private readonly TimeProvider _time;
    private readonly GoldenFrame _golden;
    private readonly OutputGuard _guard;
    private readonly int _slots;
    private readonly int _inputBytes;
    private readonly Lock _gate = new();

    /// <exception cref="FaultException">The reference cannot run the golden frame.</exception>
    public GoldenProof(ModelManifest manifest, CandidateTrack track, IAccelerator reference, TimeProvider time)
    {
        _manifest = manifest;
        _time = time;
        _golden = new GoldenFrame(manifest);
        _guard = new OutputGuard(manifest.Decoder.Create(manifest.Input.Size, manifest.Classes.Count), manifest.Score);
        _slots = reference.Slots;
        var input = reference.Input(0);
        _inputBytes = input.ByteLength;
        _golden.WriteTo(input);
        if (RunBlocking(reference).Fault is { } fault)
        {
            throw new FaultException(fault with { What = $"the golden frame: {fault.What}", Subject = $"model {manifest.Name} on {track.Candidate.Name}" });
        }

        _golden.Learn(reference.Outputs(0));
    }

    /// <summary>
    /// Runs it in every slot, the first one with the time that opening has, since some providers compile in their first run. The
    /// fault is null when all answers are right.
    /// </summary>
    public async Task<(Fault? Fault, GoldenVerdict? Verdict)> ProveAsync(CandidateTrack track, IAccelerator accelerator, CancellationToken stop)
    {
        if (accelerator.Slots < _slots || accelerator.Input(0).ByteLength != _inputBytes)
        {
            return (new Fault(
                FaultCode.AcceleratorUnusable, track.Subject,
                $"it has {accelerator.Slots} slots of {accelerator.Input(0).ByteLength} bytes; {_slots} of {_inputBytes} are needed"), null);
        }

        GoldenVerdict? verdict = null;
        for (var slot = 0; slot < _slots; slot++)
        {
            Write(accelerator, slot);
            var limit = slot == 0 ? track.Candidate.OpenLimit : track.Candidate.RunLimit;
            var failed = await RunAsync(track, accelerator, slot, limit, stop).ConfigureAwait(false);
            if (failed is null)
            {
                (failed, verdict) = Judge(track, accelerator, slot);
            }

            if (failed is not null)
            {
                return (failed, verdict);
            }
        }

        return (null, verdict);
    }

    private async Task<Fault?> RunAsync(CandidateTrack track, IAccelerator accelerator, int slot, TimeSpan limit, CancellationToken stop)
    {
        try
        {
            var outcome = await accelerator.Submit(slot).AsTask().WaitAsync(limit, _time, stop)
                .ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            return outcome.Fault;
        }
        catch (TimeoutException)
        {
            return FaultWords.Hung(track, limit, "the golden frame");
        }
    }

    private void Write(IAccelerator accelerator, int slot)
    {
        lock (_gate)
        {
            _golden.WriteTo(accelerator.Input(slot));
        }
    }

    private (Fault? Fault, GoldenVerdict? Verdict) Judge(CandidateTrack track, IAccelerator accelerator, int slot)
    {
        lock (_gate)
        {
            var outputs = accelerator.Outputs(slot);
            if (_guard.CheckForm(outputs) is { } flaw)
            {
                return (OutputGuard.FaultOf(flaw, track.Subject), null);
            }

            var verdict = _golden.Compare(outputs);
            return verdict.Passed ? (null, verdict) : (
                new Fault(
                    FaultCode.OutputInvalid, track.Subject, $"it does not see in the golden frame what the reference sees: {verdict}",
                    $"take another precision of {_manifest.Name}, or another version of the provider or its driver"),
                verdict);
        }
    }

    /// <summary>Before any frame comes: the caller waits as it waits for the model to load.</summary>
    [SuppressMessage("Reliability", "CA2012", Justification = "Consumed exactly once, after it has completed.")]
    private static InferenceOutcome RunBlocking(IAccelerator accelerator)
    {
        var awaiter = accelerator.Submit(0).GetAwaiter();
        if (!awaiter.IsCompleted)
        {
            // Not disposed: its Set may still be at work when the wait is over.
            var done = new ManualResetEventSlim();
            awaiter.UnsafeOnCompleted(done.Set);
            done.Wait();
        }

        return awaiter.GetResult();
    }
}
