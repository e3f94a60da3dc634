using EdgeVision.Core.Faults;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>
/// Brings one candidate to service and back to it for as long as the device runs: opens it on a thread of its own, has it
/// proved, waits until it is retired, closes it, and begins anew after a pause. There is never more than one opening of it.
/// </summary>
/// <param name="track">The candidate, not the last one.</param>
/// <param name="board">Where it serves.</param>
/// <param name="proof">What it must pass.</param>
/// <param name="words">Completes its faults.</param>
/// <param name="ended">Gets the ends of its runs.</param>
/// <param name="time">The clock.</param>
internal sealed class CandidateCare(
    CandidateTrack track, CandidateBoard board, GoldenProof proof, FaultWords words, Action<InstanceRun, Core.Ports.InferenceOutcome> ended,
    TimeProvider time)
{
    private readonly AcceleratorCandidate _candidate = track.Candidate;
    private TaskCompletionSource _nudge = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _opening = Task.CompletedTask;

    /// <summary>Ends soon after the token is cancelled, with the accelerator closed.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ServeOnceAsync(stop).ConfigureAwait(false);
                await PauseAsync(stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Ends the pause, as when a device was plugged in.</summary>
    public void LookAgain() => Volatile.Read(ref _nudge).TrySetResult();

    private async Task ServeOnceAsync(CancellationToken stop)
    {
        // An opening that was given up must have come back before the next one.
        await _opening.WaitAsync(stop).ConfigureAwait(false);
        board.Move(track, AcceleratorState.Starting);
        IAccelerator? accelerator = null;
        try
        {
            accelerator = await OpenAsync(stop).ConfigureAwait(false);
            board.Move(track, AcceleratorState.Proving);
            var (fault, verdict) = await proof.ProveAsync(track, accelerator, stop).ConfigureAwait(false);
            if (fault is not null)
            {
                Refuse(fault, FaultStage.Run);
                return;
            }

            var instance = new AcceleratorInstance(track, accelerator, ended, time);
            board.Install(instance, verdict);
            await instance.Free.Task.WaitAsync(stop).ConfigureAwait(false);
        }
        catch (FaultException refusal)
        {
            Refuse(refusal.Fault, accelerator is null ? FaultStage.Load : FaultStage.Run);
        }
        catch (Exception bug) when (bug is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            Refuse(FaultWords.Unusable(track, bug), accelerator is null ? FaultStage.Load : FaultStage.Run);
        }
        finally
        {
            if (accelerator is not null)
            {
                await OnThreadAsync("close", accelerator.Dispose).ConfigureAwait(false);
            }
        }
    }

    private void Refuse(Fault fault, FaultStage stage)
    {
        var isAbsent = fault.Code is FaultCode.AcceleratorMissing or FaultCode.LibraryMissing;
        var complete = words.Complete(fault, _candidate, stage, $"{board.Active} serves, it is tried again later", TimeSpan.Zero);
        if (board.Refuse(track, complete, isAbsent ? AcceleratorState.Absent : AcceleratorState.Quarantined))
        {
            board.Publish(complete);
        }
    }

    /// <exception cref="FaultException">It took too long.</exception>
    private async Task<IAccelerator> OpenAsync(CancellationToken stop)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var token = giveUp.Token;
        var opened = new TaskCompletionSource<IAccelerator>(TaskCreationOptions.RunContinuationsAsynchronously);
        _opening = OnThreadAsync("open", () => Open(opened, token));
        try
        {
            return await opened.Task.WaitAsync(_candidate.OpenLimit, time, stop).ConfigureAwait(false);
        }
        catch (Exception over) when (over is TimeoutException or OperationCanceledException)
        {
            await giveUp.CancelAsync().ConfigureAwait(false);
            if (!opened.TrySetCanceled(CancellationToken.None) && opened.Task.IsCompletedSuccessfully)
            {
                return await opened.Task.ConfigureAwait(false);
            }

            stop.ThrowIfCancellationRequested();
            throw new FaultException(FaultWords.Hung(track, _candidate.OpenLimit, "opening"), over);
        }
    }

    private void Open(TaskCompletionSource<IAccelerator> opened, CancellationToken token)
    {
        try
        {
            var accelerator = _candidate.Open(token);
            if (!opened.TrySetResult(accelerator))
            {
                accelerator.Dispose();
            }
        }
        catch (Exception refusal)
        {
            opened.TrySetException(refusal);
        }
    }

    private async Task PauseAsync(CancellationToken stop)
    {
        var nudge = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _nudge, nudge);
        var pause = board.PauseOf(track);
        if (pause <= TimeSpan.Zero)
        {
            return;
        }

        using var awake = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(Task.Delay(pause, time, awake.Token), nudge.Task).ConfigureAwait(false);
        await awake.CancelAsync().ConfigureAwait(false);
    }

    /// <summary>Libraries may block for minutes in it, which the thread pool must not.</summary>
    private Task OnThreadAsync(string work, Action action)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception)
            {
                // Closing what is broken may fail: there is nothing left to do about it.
            }

            done.TrySetResult();
        })
        {
            IsBackground = true,
            Name = $"{work} {_candidate.Name}",
        };
        thread.Start();
        return done.Task;
    }
}
