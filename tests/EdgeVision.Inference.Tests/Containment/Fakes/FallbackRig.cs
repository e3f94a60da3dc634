using EdgeVision.Core.Ports;
using EdgeVision.Inference.Accelerators.Containment;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Containment.Fakes;

/// <summary>Simulated devices in a list, the last one named cpu, under a clock of our own.</summary>
internal sealed class FallbackRig : IDisposable
{
    private readonly SimulatedDevice[] _devices;
    private int _token;

    public FallbackRig(params string[] names)
        : this([.. names.Select(name => new SimulatedDevice(name))])
    {
    }

    public FallbackRig(SimulatedDevice[] devices, ContainmentOptions? options = null)
    {
        _devices = devices;
        Accelerator = FallbackAccelerator.Open(
            TokenModel.Manifest, [.. devices.Select(device => device.Candidate)], Watcher, Clock,
            options ?? new ContainmentOptions { Faults = 3, LongestPause = TimeSpan.FromSeconds(10) });
    }

    public HandClock Clock { get; } = new();

    public RecordingWatcher Watcher { get; } = new();

    public FallbackAccelerator Accelerator { get; }

    public SimulatedDevice this[string name] => _devices.Single(device => device.Name == name);

    public IEnumerable<string> Misuses => _devices.SelectMany(device => device.Misuses);

    public int Open => _devices.Sum(device => device.Open);

    public AcceleratorStatus StatusOf(string name) => Accelerator.Statuses.Single(status => status.Name == name);

    /// <summary>Waits until the named one is active, on a clock that runs.</summary>
    public Task Until(string active) => Until(() => Accelerator.Active == active);

    public Task Until(Func<bool> condition, int stepMs = 100) => Eventually.Holds(
        () =>
        {
            Clock.Advance(TimeSpan.FromMilliseconds(stepMs));
            return condition();
        },
        otherwise: () => string.Join(Environment.NewLine, Accelerator.Statuses));

    /// <summary>Fills the slot's input with a number of its own, and gives that.</summary>
    public float Prepare(int slot)
    {
        var token = (float)Interlocked.Increment(ref _token);
        Accelerator.Input(slot).AsFloats().Fill(token);
        return token;
    }

    /// <summary>Waits for a run on a clock that runs, and checks that the output is that of the frame.</summary>
    public async Task<InferenceOutcome> Finish(int slot, float token, Task<InferenceOutcome> run, bool check = true)
    {
        for (var waits = 0; !run.IsCompleted; waits++)
        {
            Xunit.Assert.True(waits < 6000, $"slot {slot} never completed");
            if (await Task.WhenAny(run, Task.Delay(5)) != run)
            {
                Clock.Advance(TimeSpan.FromMilliseconds(500));
            }
        }

        var outcome = await run;
        if (outcome.Ok && check)
        {
            var output = Accelerator.Outputs(slot).Floats(0).ToArray();
            var expected = new float[output.Length];
            TokenModel.Run([token, token], expected);
            Xunit.Assert.Equal(expected, output);
        }

        return outcome;
    }

    public Task<InferenceOutcome> Run(int slot = 0, bool check = true)
    {
        var token = Prepare(slot);
        return Finish(slot, token, Accelerator.Submit(slot).AsTask(), check);
    }

    public void Dispose() => Accelerator.Dispose();
}
