using EdgeVision.Core.Faults;
using EdgeVision.Core.Ports;
using EdgeVision.Inference.Workers.Protocol;

namespace EdgeVision.Inference.Workers;

/// <summary>The thread that starts the worker, waits for its answers and deadlines, and buries it.</summary>
public sealed partial class WorkerAccelerator
{
    private void Live()
    {
        Fault? fault = null;
        try
        {
            var start = new WorkerStart(_setup, _plan, _faults, _timer, () => _stopping);
            var link = start.Open(_slots.Order.ToUtf8());
            Loaded = start.Loaded;
            fault = ServeAndEnd(link);
        }
        catch (FaultException failure)
        {
            fault = failure.Fault;
        }
        catch (OperationCanceledException)
        {
            // Abandoned while it started.
        }
        catch (Exception bug)
        {
            fault = _faults.Bug(bug);
        }

        Bury(fault);
    }

    private Fault? ServeAndEnd(WorkerLink link)
    {
        Fault? fault;
        try
        {
            _slots.Unlink();
            lock (_gate)
            {
                _link = link;
                WatchHead();
            }

            _opened.SetResult(null);
            fault = Serve(link);
        }
        catch (Exception bug)
        {
            fault = _faults.Bug(bug);
        }

        return fault is null ? Stop(link) : WorkerStart.End(link, fault);
    }

    /// <summary>Until something ends it: the fault, or null for a stop without runs in flight.</summary>
    private Fault? Serve(WorkerLink link)
    {
        while (true)
        {
            var what = link.Next(out var header, out var tail);
            var fault = what switch
            {
                LinkEvent.Message => Take(header, tail),
                LinkEvent.Timer => OnTimer(),
                LinkEvent.Malformed => _faults.Garbled(FaultStage.Run, link.Refusal),
                _ => _faults.Gone(FaultStage.Run, link.Child.WaitForEnd(WorkerStart.ExitLimit) ?? "closed its connection"),
            };
            if (fault is not null || (_stopping && NothingInFlight()))
            {
                return fault;
            }
        }
    }

    private Fault? Take(in MessageHeader header, ReadOnlySpan<byte> tail)
    {
        switch (header.Kind)
        {
            case MessageKind.Done:
                return Answer(header, null);
            case MessageKind.Fault:
                return FaultReport.TryParse(tail) is { } report
                    ? Answer(header, _faults.Reported(report)) : _faults.Garbled(FaultStage.Run, "a fault that cannot be read");
            case MessageKind.Ping when header.Request == _ping && _pinging:
                lock (_gate)
                {
                    _pinging = false;
                    WatchHead();
                }

                return null;
            default:
                return _faults.Garbled(FaultStage.Run, $"a {header.Kind} that nobody asked for");
        }
    }

    private Fault? Answer(in MessageHeader header, Fault? fault)
    {
        RunAnswer answer;
        lock (_gate)
        {
            answer = _ledger.Take(header);
            if (answer == RunAnswer.Expected)
            {
                WatchHead();
            }
        }

        if (answer == RunAnswer.Expected)
        {
            // The worker's word, within what can be true.
            var spent = TimeSpan.FromMicroseconds(Math.Min(header.SpentMicroseconds, (long)_plan.RunDeadline.TotalMicroseconds));
            _slots[header.Slot].Completion.Complete(new InferenceOutcome(spent, fault));
        }

        return answer == RunAnswer.Unknown ? _faults.Garbled(FaultStage.Run, $"an answer to request {header.Request} of slot {header.Slot}") : null;
    }

    /// <summary>Its time may be up for a run, for a ping's answer or for the next ping; or a stop woke the thread.</summary>
    private Fault? OnTimer()
    {
        lock (_gate)
        {
            if (!_timer.TryTake())
            {
                return null;
            }

            var left = _time.GetElapsedTime(_time.GetTimestamp(), _due);
            if (left > TimeSpan.Zero)
            {
                _timer.Arm(left);
                return null;
            }

            if (_ledger.Count > 0)
            {
                return _faults.RunOverran();
            }

            if (_pinging)
            {
                return _faults.Silent();
            }

            _pinging = true;
            _link!.Send(new MessageHeader(MessageKind.Ping, ++_ping));
            Watch(_plan.RunDeadline);
            return null;
        }
    }

    /// <summary>Hands the slot to the worker. Within the gate.</summary>
    private void Send(int slot)
    {
        var request = _ledger.Begin(slot);
        if (_ledger.Count == 1)
        {
            WatchHead();
        }

        _link!.Send(new MessageHeader(MessageKind.Run, request, slot, (long)_plan.RunDeadline.TotalMicroseconds));
    }

    /// <summary>The run in turn has its whole deadline from now; without one the next ping is due. Within the gate.</summary>
    private void WatchHead() => Watch(_ledger.Count > 0 || _pinging ? _plan.RunDeadline : _setup.PingInterval);

    private void Watch(TimeSpan time)
    {
        _due = _time.GetTimestamp() + (long)(time.TotalSeconds * _time.TimestampFrequency);
        _timer.Arm(time);
    }

    private bool NothingInFlight()
    {
        lock (_gate)
        {
            return _ledger.Count == 0;
        }
    }

    /// <summary>In good order: told to end, and killed only when it does not.</summary>
    private Fault? Stop(WorkerLink link)
    {
        link.Send(new MessageHeader(MessageKind.Stop));
        link.Child.WaitForEnd(_setup.StopGrace);
        link.Dispose();
        return null;
    }

    /// <summary>Answers what is still asked. The memory stays until Dispose: its owner may be writing or reading there.</summary>
    private void Bury(Fault? fault)
    {
        lock (_gate)
        {
            _failure = fault;
            _over = true;
            _timer.Dispose();
        }

        while (!NothingInFlight())
        {
            int slot;
            lock (_gate)
            {
                slot = _ledger.Drop();
            }

            _slots[slot].Completion.Complete(new InferenceOutcome(TimeSpan.Zero, fault));
        }

        _opened.TrySetResult(fault);
        FreeWhenDone();
    }

    /// <summary>Whoever comes second, the thread at its end or Dispose, frees the memory.</summary>
    private void FreeWhenDone()
    {
        lock (_gate)
        {
            if (!_over || !_stopping || _ledger.Count > 0 || _freed)
            {
                return;
            }

            _freed = true;
        }

        _slots.Dispose();
    }
}
