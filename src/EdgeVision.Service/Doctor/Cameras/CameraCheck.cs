using EdgeVision.Capture.Processes;
using EdgeVision.Core.Faults;

namespace EdgeVision.Service.Doctor.Cameras;

/// <summary>Whether each camera opens, how soon its first picture comes, and how many come a second. A few are tried at a time.</summary>
/// <param name="cameras">Which.</param>
/// <param name="watch">How long pictures are counted.</param>
/// <param name="time">Of the limits.</param>
public sealed class CameraCheck(IReadOnlyList<CameraToCheck> cameras, TimeSpan watch, TimeProvider time) : ICheck
{
    private const int AtOnce = 4;
    private const string MoreTime = "edgevision doctor --seconds 60";

    // From being told to end to being left alone; the run waits a little longer for all of them.
    private static readonly TimeSpan EndGrace = TimeSpan.FromMilliseconds(500);

    // Takes from a fault's words what may stand in an address.
    private static readonly Secrets Addresses = new();

    public string Subject => "cameras";

    public TimeSpan Limit => TimeSpan.FromSeconds(11);

    public async Task RunAsync(FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);

        // Not disposed: a camera that does not end gives its place back when nobody waits any more.
        var places = new SemaphoreSlim(AtOnce);
        var all = cameras.Select(camera => OneAsync(camera, places, cancellation)).ToArray();
        foreach (var one in all)
        {
            findings.Add(await one.ConfigureAwait(false));
        }
    }

    private async Task<Finding> OneAsync(CameraToCheck camera, SemaphoreSlim places, CancellationToken cancellation)
    {
        var subject = $"camera {camera.Id}";
        try
        {
            await places.WaitAsync(cancellation).ConfigureAwait(false);

            // A place that was given back because time is up.
            cancellation.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException)
        {
            return new Finding(CheckState.Warn, subject, "was not tried: the others took all the time", MoreTime);
        }

        var start = time.GetTimestamp();
        var looking = Task.Factory.StartNew(() => Look(camera, subject, places, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAny(looking, EndAsync(cancellation)).ConfigureAwait(false);
        if (looking.IsCompleted && await looking.ConfigureAwait(false) is { } finding)
        {
            return finding;
        }

        var waited = time.GetElapsedTime(start).TotalSeconds;
        return new Finding(CheckState.Fail, subject, FormattableString.Invariant($"no picture came in {waited:0.0} s, when the doctor's time was up; its own limit is {camera.Timeout.TotalSeconds:0.#} s"), MoreTime);
    }

    private async Task EndAsync(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Delay(EndGrace, time, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Null when it was cut off before the first picture.</summary>
    private Finding? Look(CameraToCheck camera, string subject, SemaphoreSlim places, CancellationToken cancellation)
    {
        try
        {
            return CameraWords.Of(subject, new CameraProbe(camera.Connect(), subject, camera.Remedy, time).Run(camera.Timeout, watch, cancellation), watch);
        }
        catch (FaultException failure)
        {
            var fault = failure.Fault;
            var busy = camera.IsDevice && fault.What.Contains("busy", StringComparison.OrdinalIgnoreCase) ? "; if that is the service itself: sudo systemctl stop edgevision, then look again" : "";
            return new Finding(CheckState.Fail, subject, Addresses.Redact(fault.What), Addresses.Redact(fault.Remedy) + busy)
            {
                Details = [.. fault.Tail.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(5).Select(Addresses.Redact)],
            };
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            places.Release();
        }
    }
}
