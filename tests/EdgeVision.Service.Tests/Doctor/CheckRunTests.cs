using EdgeVision.Service.Doctor;

namespace EdgeVision.Service.Tests.Doctor;

/// <summary>A check that breaks, hangs or is cancelled costs the others nothing.</summary>
public class CheckRunTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task A_check_that_throws_is_a_fail_line_and_the_others_go_on()
    {
        var found = await Examination.Of(
            new FakeCheck("broken", Long, (_, _) => throw new InvalidOperationException("no such thing\nsecond line")),
            new FakeCheck("good", Long, Good));
        Assert.Equal(2, found.Count);
        Examination.Says(found[0], CheckState.Fail, "the check itself broke: InvalidOperationException: no such thing", "report this line");
        Assert.DoesNotContain("second line", found[0].Found, StringComparison.Ordinal);
        Assert.Equal(CheckState.Ok, found[1].State);
    }

    [Fact]
    public async Task A_check_that_hangs_is_given_up_and_what_it_found_stays()
    {
        FindingList? list = null;
        var found = await Examination.Of(new FakeCheck("slow", Short, async (findings, cancellation) =>
        {
            list = findings;
            findings.Ok("slow", "a first thing");
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        }));
        list!.Ok("slow", "too late");
        Assert.Equal(2, found.Count);
        Assert.Equal("a first thing", found[0].Found);
        Examination.Says(found[1], CheckState.Fail, "gave no answer within 0.5 s and was given up", "--seconds 60");
    }

    [Fact]
    public async Task A_check_that_says_in_its_own_words_how_far_it_came_needs_no_other()
    {
        var found = await Examination.Of(new FakeCheck("slow", Short, async (findings, cancellation) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            findings.Warn("slow", "half of it", "more time");
        }));
        Examination.Says(Assert.Single(found), CheckState.Warn, "half of it", "more time");
    }

    [Fact]
    public async Task A_check_that_blocks_its_thread_and_never_listens_is_given_up_too()
    {
        using var never = new ManualResetEventSlim(false);
        var found = await Examination.Of(new FakeCheck("deaf", Short, (_, _) =>
        {
            never.Wait(TimeSpan.FromSeconds(30), CancellationToken.None);
            return Task.CompletedTask;
        }));
        never.Set();
        Examination.Says(Assert.Single(found), CheckState.Fail, "gave no answer", "");
    }

    [Fact]
    public async Task Findings_come_in_the_order_of_the_checks_whoever_is_first()
    {
        var second = new TaskCompletionSource();
        var found = await Examination.Of(
            new FakeCheck("one", Long, async (findings, _) =>
            {
                await second.Task;
                findings.Ok("one", "");
            }),
            new FakeCheck("two", Long, (findings, _) =>
            {
                findings.Ok("two", "");
                second.SetResult();
                return Task.CompletedTask;
            }));
        Assert.Equal(["one", "two"], found.Select(finding => finding.Subject));
    }

    [Fact]
    public async Task Ctrl_C_tells_every_check_to_end_and_ends_the_run()
    {
        using var ctrlC = new CancellationTokenSource();
        var told = 0;
        async Task UntilToldAsync(FindingList findings, CancellationToken cancellation)
        {
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            }
            finally
            {
                Interlocked.Increment(ref told);
            }
        }

        var running = new CheckRun(TimeProvider.System).RunAsync(
            [new FakeCheck("one", Long, UntilToldAsync), new FakeCheck("two", Long, UntilToldAsync)], _ => { }, ctrlC.Token);
        await ctrlC.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(2, told);
    }

    private static Task Good(FindingList findings, CancellationToken cancellation)
    {
        findings.Ok("good", "fine");
        return Task.CompletedTask;
    }
}
