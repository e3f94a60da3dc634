namespace EdgeVision.Service.Doctor;

/// <summary>Runs checks side by side, each with its own limit, and hands their findings over in the order of the checks.</summary>
/// <param name="time">Of the limits.</param>
/// <param name="patience">What every limit is multiplied by.</param>
public sealed class CheckRun(TimeProvider time, double patience = 1)
{
    // For a check that was told to end to say how far it came, and to kill its child programs.
    private static readonly TimeSpan EndGrace = TimeSpan.FromSeconds(1);

    /// <param name="checks">Started together.</param>
    /// <param name="found">Called with each check's findings as soon as all checks before it have ended.</param>
    /// <param name="cancellation">Ends all at once.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; the checks have been told to end.</exception>
    public async Task RunAsync(IReadOnlyList<ICheck> checks, Action<IReadOnlyList<Finding>> found, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(checks);
        ArgumentNullException.ThrowIfNull(found);
        var running = checks.Select(check => OneAsync(check, cancellation)).ToArray();
        try
        {
            foreach (var one in running)
            {
                found(await one.ConfigureAwait(false));
            }
        }
        finally
        {
            // After Ctrl-C each has its moment to end its child programs.
            await ((Task)Task.WhenAll(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<IReadOnlyList<Finding>> OneAsync(ICheck check, CancellationToken cancellation)
    {
        var findings = new FindingList();
        var limit = check.Limit * patience;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

        // On a thread of its own from its first line on: native calls block.
        var work = Task.Factory.StartNew(
            () => check.RunAsync(findings, ending.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        await Task.WhenAny(work, Task.Delay(limit, time, ending.Token)).ConfigureAwait(false);
        if (!work.IsCompleted)
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await Task.WhenAny(work, Task.Delay(EndGrace, time, CancellationToken.None)).ConfigureAwait(false);
        }

        cancellation.ThrowIfCancellationRequested();
        Conclude(check, limit, work, findings);
        return findings.Take();
    }

    private static void Conclude(ICheck check, TimeSpan limit, Task work, FindingList findings)
    {
        if (work.Exception?.InnerException is { } bug)
        {
            findings.Fail(check.Subject, $"the check itself broke: {bug.GetType().Name}: {FirstLine(bug.Message)}", "report this line with the output of: edgevision version");
        }
        else if (!work.IsCompletedSuccessfully)
        {
            findings.Fail(check.Subject, FormattableString.Invariant($"gave no answer within {limit.TotalSeconds:0.#} s and was given up"), "edgevision doctor --seconds 60, or when the device has less to do");
        }
    }

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd('\r', ' ');
}
