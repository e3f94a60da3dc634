using EdgeVision.Capture.Processes;
using EdgeVision.Capture.Tests.Support;
using EdgeVision.Core.Faults;
using EdgeVision.Native.Linux;
using EdgeVision.Testing;

namespace EdgeVision.Capture.Tests.Processes;

[Collection(nameof(Alone))]
public sealed class ChildLifeTests
{
    [Fact]
    public void A_child_leads_a_group_of_its_own()
    {
        using var child = FakeCamera.Shell("sleep 100 & sleep 100");
        Eventually.HoldsSync(() => Children.InGroup(child.Id).Length == 3);
    }

    [Fact]
    public void Dispose_ends_the_whole_group_also_what_ignores_being_asked()
    {
        using var child = FakeCamera.Start("stubborn");
        Eventually.HoldsSync(() => Children.InGroup(child.Id).Length >= 2 && child.Tail.Contains("ready", StringComparison.Ordinal));
        child.Dispose();
        Eventually.HoldsSync(() => Children.InGroup(child.Id).Length == 0);
    }

    [Fact]
    public void Dispose_ends_a_stopped_child()
    {
        using var child = FakeCamera.Shell("echo ready >&2; sleep 100");
        Eventually.HoldsSync(() => child.Tail == "ready");
        Assert.True(ProcessGroup.Signal(child.Id, GroupSignal.Stop));
        child.Dispose();
        Eventually.HoldsSync(() => Children.InGroup(child.Id).Length == 0);
    }

    [Fact]
    public void Dispose_at_once_after_the_start_leaves_nothing()
    {
        for (var i = 0; i < 20; i++)
        {
            var child = FakeCamera.Shell("sleep 100");
            child.Dispose();
            Eventually.HoldsSync(() => Children.InGroup(child.Id).Length == 0);
            Assert.Empty(Children.Text(child.Id, "cmdline"));
        }
    }

    [Fact]
    public void A_grandchild_that_left_the_group_and_holds_the_pipes_blocks_nobody()
    {
        using var child = FakeCamera.Shell("setsid sleep 4 & echo ready >&2");
        Eventually.HoldsSync(() => child.Tail == "ready");
        using var alarm = new Timer(_ => child.Interrupt(), null, 100, Timeout.Infinite);
        Assert.Equal(ChildProcess.Interrupted, child.Read(new byte[10]));
        child.Dispose();
    }

    [Fact]
    public void Hundreds_of_restarts_leave_no_zombie_and_no_descriptor()
    {
        Restart(20);
        var before = Children.OpenDescriptors();
        Restart(200);
        Assert.Equal(0, Children.Zombies());
        Assert.InRange(Children.OpenDescriptors(), 0, before + 5);
    }

    [Theory]
    [InlineData("exit 0", 0, null)]
    [InlineData("exit 7", 7, null)]
    [InlineData("kill -9 $$", 137, 9)]
    [InlineData("kill -11 $$", 139, 11)]
    public void The_way_it_ended_is_told(string script, int code, int? signal)
    {
        using var child = FakeCamera.Shell(script);
        Assert.Equal(0, child.Read(new byte[10]));
        var exit = child.WaitForExit(TimeSpan.FromSeconds(20));
        Assert.Equal((code, signal), (exit!.Value.Code, exit.Value.Signal));
    }

    [Fact]
    public void Input_travels_over_standard_input()
    {
        using var child = FakeCamera.Shell("cat", "line one\nline two\n");
        var buffer = new byte[100];
        var length = child.Read(buffer);
        Assert.Equal("line one\nline two\n", System.Text.Encoding.UTF8.GetString(buffer, 0, length));
    }

    [Fact]
    public void Settings_of_the_service_stay_out_of_the_childs_environment()
    {
        Environment.SetEnvironmentVariable("EDGEVISION__MQTT__PASSWORD", "hunter2");
        using var child = FakeCamera.Shell("env | grep -c EDGEVISION");
        var buffer = new byte[100];
        Assert.Equal("0\n", System.Text.Encoding.UTF8.GetString(buffer, 0, child.Read(buffer)));
    }

    [Fact]
    public void A_missing_program_is_named_with_its_remedy()
    {
        var command = new ChildCommand("no-such-program-here", [], Remedy: "apt install something");
        var fault = Assert.Throws<FaultException>(() => ChildProcess.Start(command, "camera yard", new Secrets())).Fault;
        Assert.Equal((FaultCode.ProgramMissing, "camera yard", "apt install something"), (fault.Code, fault.Subject, fault.Remedy));
        Assert.Contains("no-such-program-here", fault.What, StringComparison.Ordinal);
    }

    private static void Restart(int times)
    {
        var buffer = new byte[10];
        for (var i = 0; i < times; i++)
        {
            using var child = FakeCamera.Shell("echo x; echo y >&2; sleep 100");
            Assert.Equal(2, child.Read(buffer));
        }
    }
}
