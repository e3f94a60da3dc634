using EdgeVision.Core.Faults;
using EdgeVision.Inference.Accelerators.Containment;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Containment.Fakes;

/// <summary>A device that opens, runs and fails on command, and keeps count of what is done to it.</summary>
internal sealed class SimulatedDevice(string name, int slots = 2)
{
    private readonly List<SimulatedAccelerator> _opened = [];
    private readonly Lock _gate = new();

    public string Name => name;

    public int Slots => slots;

    public volatile Mood Mood = Mood.Well;

    /// <summary>When set, openings wait for it.</summary>
    public ManualResetEventSlim? Gate { get; set; }

    /// <summary>Whether an opening goes on though it was given up.</summary>
    public bool IgnoresCancellation { get; init; }

    /// <summary>Answered runs.</summary>
    public int Answers;

    /// <summary>Openings so far.</summary>
    public int Openings
    {
        get
        {
            lock (_gate)
            {
                return _opened.Count;
            }
        }
    }

    /// <summary>Openings that were not closed.</summary>
    public int Open
    {
        get
        {
            lock (_gate)
            {
                return _opened.Count(one => !one.IsClosed);
            }
        }
    }

    /// <summary>What was done to it against the contract of accelerators.</summary>
    public List<string> Misuses { get; } = [];

    public AcceleratorCandidate Candidate => new(name, name.ToUpperInvariant(), OpenIt)
    {
        RunLimit = name == "cpu" ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(5),
        OpenLimit = TimeSpan.FromSeconds(20),
    };

    /// <summary>Lets hanging runs answer now: all, or those of one slot.</summary>
    public void Release(int? slot = null)
    {
        foreach (var one in Opened())
        {
            one.Release(slot);
        }
    }

    public void Note(string misuse)
    {
        lock (_gate)
        {
            Misuses.Add($"{name}: {misuse}");
        }
    }

    private SimulatedAccelerator OpenIt(CancellationToken token)
    {
        Gate?.Wait(IgnoresCancellation ? CancellationToken.None : token);
        switch (Mood)
        {
            case Mood.Unplugged:
                throw new FaultException(new Fault(FaultCode.AcceleratorMissing, $"accelerator {name}", "it is not on this machine"));
            case Mood.Refuses:
                throw new FaultException(new Fault(FaultCode.AcceleratorUnusable, $"accelerator {name}", "it does not open"));
            default:
                var accelerator = new SimulatedAccelerator(this, Ort.Need());
                lock (_gate)
                {
                    _opened.Add(accelerator);
                }

                return accelerator;
        }
    }

    private SimulatedAccelerator[] Opened()
    {
        lock (_gate)
        {
            return [.. _opened];
        }
    }
}
