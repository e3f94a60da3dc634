using EdgeVision.Native.Linux;
using EdgeVision.Service.Doctor;
using EdgeVision.Service.Doctor.Host;

namespace EdgeVision.Service.Tests.Doctor;

/// <summary>Devices that the service's user may not use, and the group that helps.</summary>
public class DeviceAccessTests
{
    private const UnixFileMode GroupMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
    private const UnixFileMode OwnerMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task A_device_of_a_group_the_user_is_not_in_names_that_group()
    {
        using var pi = RecordedTree.RaspberryPi4().WithDevice("dev/video0", 0, 44, GroupMode).WithDevice("dev/dri/renderD128", 0, 106, GroupMode).WithDevice("dev/i2c-1", 0, 998, GroupMode);
        var found = await Examination.Of(new DeviceAccessCheck(pi.Root, ["/dev/video0"]));
        Assert.Equal("yard, in the groups yard, video", found[0].Found);
        Examination.Says(found, "permissions", CheckState.Warn, "yard may not use /dev/dri/renderD128 (graphics processors)", "sudo usermod -aG render yard, then log in again; for a systemd unit: SupplementaryGroups=render");
        Examination.Says(found, "permissions", CheckState.Warn, "yard may not use /dev/i2c-1 (power sensors)", "usermod -aG i2c yard");
        Examination.Says(found, "permissions", CheckState.Ok, "yard may use /dev/video0", "");
    }

    [Fact]
    public async Task A_camera_of_the_device_file_that_may_not_be_used_is_a_fail()
    {
        using var pi = RecordedTree.RaspberryPi4().With("proc/self/status", "Uid:\t999\t999\t999\t999\nGid:\t996\t996\t996\t996\nGroups:\t996\n")
            .WithDevice("dev/video0", 0, 44, GroupMode).WithDevice("dev/video10", 0, 44, GroupMode);
        var found = await Examination.Of(new DeviceAccessCheck(pi.Root, ["/dev/video0"]));
        Examination.Says(found, "permissions", CheckState.Fail, "yard may not use /dev/video0, /dev/video10 (cameras and video decoders)", "usermod -aG video yard");
    }

    [Fact]
    public async Task A_device_that_only_root_may_use_wants_a_rule_and_not_roots_group()
    {
        using var pi = RecordedTree.RaspberryPi4().WithDevice("dev/gpiochip0", 0, 0, OwnerMode);
        var found = await Examination.Of(new DeviceAccessCheck(pi.Root, []));
        Examination.Says(found, "permissions", CheckState.Warn, "yard may not use /dev/gpiochip0", "GROUP=\"gpio\", MODE=\"0660\"");
        Assert.DoesNotContain(found, finding => finding.Fix.Contains("-aG root", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Root_asks_for_the_services_user_when_there_is_one()
    {
        using var pi = RecordedTree.RaspberryPi4().With("proc/self/status", "Uid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\nGroups:\t0\n").WithDevice("dev/video0", 0, 44, GroupMode);
        Examination.Says(await Examination.Of(new DeviceAccessCheck(pi.Root, [])), "user", CheckState.Ok, "root, who may use everything; the service's user may not", "");

        pi.With("etc/passwd", "root:x:0:0::/root:/bin/sh\nedgevision:x:990:985::/:/usr/sbin/nologin\n").With("etc/group", "video:x:44:pi\nedgevision:x:985:\n");
        Examination.Says(await Examination.Of(new DeviceAccessCheck(pi.Root, [])), "permissions", CheckState.Warn, "edgevision may not use /dev/video0", "usermod -aG video edgevision");

        pi.With("etc/group", "video:x:44:pi,edgevision\nedgevision:x:985:\n");
        Examination.Says(await Examination.Of(new DeviceAccessCheck(pi.Root, [])), "permissions", CheckState.Ok, "edgevision may use /dev/video0", "");
    }

    [Fact]
    public void Ownership_is_the_file_systems()
    {
        using var tree = new RecordedTree().With("secret", "x");
        var path = Path.Combine(tree.Path, "secret");
        Modes.Set(path, UnixFileMode.UserRead | UnixFileMode.OtherRead | UnixFileMode.OtherWrite);
        var ownership = FileOwnership.OfPath(path)!.Value;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.OtherRead | UnixFileMode.OtherWrite, ownership.Mode);
        Assert.False(ownership.MayReadAndWrite(ownership.User == 0 ? ownership.User + 1 : ownership.User, [ownership.Group]));
        Assert.True(ownership.MayReadAndWrite(ownership.User + 77, [ownership.Group + 77]));
        Assert.Null(FileOwnership.OfPath("/no/such/file"));
    }
}
