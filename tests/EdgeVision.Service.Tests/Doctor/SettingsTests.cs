using EdgeVision.Service.Configuration;
using EdgeVision.Service.Doctor;
using EdgeVision.Service.Doctor.Settings;
using EdgeVision.Service.Tests.Configuration;

namespace EdgeVision.Service.Tests.Doctor;

/// <summary>Device files with mistakes, and secrets that lie open.</summary>
public class SettingsTests
{
    [Fact]
    public async Task Every_mistake_is_a_fail_with_its_place()
    {
        var result = Device.Load("""
            device: {id: Yard!}
            cameras:
              - id: gate
                sauce: rtsp://192.0.2.20/stream
            """);
        var found = await Examination.Of(new DeviceFileCheck(new DeviceFile("/etc/edgevision/device.yaml", result)));
        Examination.Says(found, "configuration", CheckState.Fail, "d.yaml:1:14: device.id:", "mend line 1 of /etc/edgevision/device.yaml");
        Examination.Says(found, "configuration", CheckState.Fail, "d.yaml:4:5:", "mend line 4");
        Examination.Says(found, "configuration", CheckState.Warn, "were not looked at, because it has mistakes", "mend them");
    }

    [Fact]
    public async Task A_good_file_says_what_it_is_about()
    {
        var found = await Examination.Single(new DeviceFileCheck(new DeviceFile("d.yaml", Device.Load(Device.Small))));
        Examination.Says(found, CheckState.Ok, "d.yaml: device pi, 1 camera, broker localhost:1883, topics edgevision/pi/#", "");
    }

    [Fact]
    public async Task No_file_and_a_file_that_breaks_the_reader_are_lines_too()
    {
        Examination.Says(await Examination.Single(new DeviceFileCheck(new DeviceFile(null, null))), CheckState.Warn, "no device file", "edgevision doctor --config FILE");
        Examination.Says(
            await Examination.Single(new DeviceFileCheck(new DeviceFile("d.yaml", null, new NotSupportedException("odd")))), CheckState.Fail,
            "the check itself broke: NotSupportedException: odd", "report this line");
    }

    [Fact]
    public async Task Secrets_that_everybody_can_read_are_named_and_never_shown()
    {
        using var folder = new SecretFolder();
        var broker = folder.Write("mqtt.password", "hunter2\n");
        var camera = folder.Write("gate.password", "hunter3\n");
        Modes.Set(broker, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Modes.Set(camera, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        var result = With(folder, broker, camera);
        var found = await Examination.Of(new SecretsCheck(result.Plan!));
        Examination.Says(found, "secrets", CheckState.Warn, $"{camera} (password_file of camera gate) can be read by every user", $"chmod o-rwx {camera}");
        Assert.Single(found);
        Assert.DoesNotContain("hunter", string.Join('\n', found), StringComparison.Ordinal);

        Modes.Set(camera, UnixFileMode.UserRead);
        Examination.Says(await Examination.Of(new SecretsCheck(result.Plan!)), "secrets", CheckState.Ok, "2 files, readable by this user and not by everybody", "");
    }

    [Fact]
    public async Task A_secret_that_went_away_is_a_fail()
    {
        using var folder = new SecretFolder();
        var result = With(folder, folder.Write("mqtt.password", "x\n"), folder.Write("gate.password", "y\n"));
        File.Delete(folder.Write("mqtt.password", ""));
        Examination.Says(await Examination.Of(new SecretsCheck(result.Plan!)), "secrets", CheckState.Fail, "mqtt.password (mqtt.password_file) cannot be read by", "sudo chmod 600");
    }

    private static ConfigResult With(SecretFolder folder, string broker, string camera)
    {
        var result = Device.Load($$"""
            device: {id: pi}
            mqtt: {username: pi, password_file: {{broker}}}
            models: {default: yolox-nano}
            cameras:
              - {id: gate, source: 'rtsp://viewer@192.0.2.20/stream', password_file: {{camera}}}
            """);
        Assert.True(result.IsValid, $"{folder.Path}: {result.Errors}");
        return result;
    }
}
