using EdgeVision.Inference.Workers.Protocol;

namespace EdgeVision.Inference.Workers;

/// <summary>Which runs are in a worker's hands, in their order, and whether an answer fits. Not thread-safe.</summary>
internal sealed class RunLedger(int slots)
{
    /// <summary>The load's number; runs count on from it.</summary>
    public const ulong LoadRequest = 1;

    private readonly (ulong Request, int Slot)[] _ring = new (ulong, int)[slots];
    private int _first;
    private ulong _last = LoadRequest;

    /// <summary>Runs in flight.</summary>
    public int Count { get; private set; }

    /// <summary>Answers to runs that were answered or given up already.</summary>
    public long Late { get; private set; }

    /// <summary>The run that the worker is at.</summary>
    public int HeadSlot => _ring[_first].Slot;

    public bool Holds(int slot)
    {
        for (var i = 0; i < Count; i++)
        {
            if (_ring[(_first + i) % _ring.Length].Slot == slot)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Notes a run, whose slot is not in flight.</summary>
    /// <returns>Its number.</returns>
    public ulong Begin(int slot)
    {
        _ring[(_first + Count++) % _ring.Length] = (++_last, slot);
        return _last;
    }

    /// <summary>Takes an answer: Done, or the Fault of a run.</summary>
    public RunAnswer Take(in MessageHeader answer)
    {
        if (answer.Request is <= LoadRequest || answer.Request > _last)
        {
            return RunAnswer.Unknown;
        }

        if (Count == 0 || answer.Request < _ring[_first].Request)
        {
            Late++;
            return RunAnswer.Late;
        }

        if (_ring[_first] != (answer.Request, answer.Slot))
        {
            return RunAnswer.Unknown;
        }

        Drop();
        return RunAnswer.Expected;
    }

    /// <summary>Gives the first run up.</summary>
    /// <returns>Its slot.</returns>
    public int Drop()
    {
        var slot = HeadSlot;
        _first = (_first + 1) % _ring.Length;
        Count--;
        return slot;
    }
}
