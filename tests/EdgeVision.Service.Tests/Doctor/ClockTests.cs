using EdgeVision.Service.Doctor;
using EdgeVision.Service.Doctor.Host;

namespace EdgeVision.Service.Tests.Doctor;

/// <summary>A clock that nobody keeps, or that has never been set.</summary>
public class ClockTests
{
    private static readonly DateTimeOffset May = new(2026, 5, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_clock_before_this_program_was_written_is_a_fail()
    {
        using var tree = new RecordedTree();
        var found = await Examination.Single(new ClockCheck(tree.Root, new StoppedClock(DateTimeOffset.UnixEpoch), () => true));
        Examination.Says(found, CheckState.Fail, "it says 1970-01-01 00:00:00Z, which is past", "sudo timedatectl set-ntp true");
    }

    [Fact]
    public async Task A_clock_that_nobody_keeps_is_a_warning()
    {
        using var tree = new RecordedTree();
        Examination.Says(
            await Examination.Single(new ClockCheck(tree.Root, new StoppedClock(May), () => false)), CheckState.Warn,
            "2026-05-01 10:00:00Z, but no time service keeps it right", "timedatectl set-ntp true");
    }

    [Fact]
    public async Task The_kernel_timesyncd_or_chrony_may_keep_it()
    {
        using var tree = new RecordedTree();
        Assert.Contains("says the kernel", (await Examination.Single(new ClockCheck(tree.Root, new StoppedClock(May), () => true))).Found, StringComparison.Ordinal);

        tree.WithProgram("usr/bin/chronyc", "Reference ID    : C0000201 (192.0.2.1)\nStratum         : 3\nLeap status     : Normal");
        Assert.EndsWith("kept right by chrony", (await Examination.Single(new ClockCheck(tree.Root, new StoppedClock(May), () => false))).Found, StringComparison.Ordinal);

        tree.WithProgram("usr/bin/chronyc", "Leap status     : Not synchronised");
        Assert.Equal(CheckState.Warn, (await Examination.Single(new ClockCheck(tree.Root, new StoppedClock(May), () => null))).State);

        tree.With("run/systemd/timesync/synchronized", "");
        Assert.EndsWith("kept right by systemd-timesyncd", (await Examination.Single(new ClockCheck(tree.Root, new StoppedClock(May), () => false))).Found, StringComparison.Ordinal);
    }
}
