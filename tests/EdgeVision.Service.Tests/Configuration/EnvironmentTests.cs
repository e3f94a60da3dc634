using EdgeVision.Capture.Sources;

namespace EdgeVision.Service.Tests.Configuration;

public class EnvironmentTests
{
    [Fact]
    public void VariablesStandOverTheFile()
    {
        var plan = Device.Load(
            Device.Small,
            ("EDGEVISION__MQTT__HOST", "192.0.2.9"),
            ("EDGEVISION__MQTT__PORT", "8884"),
            ("EDGEVISION__CAMERAS__0__SOURCE", "rtsp://192.0.2.3/s"),
            ("EDGEVISION__CAMERAS__0__DETECT__FPS__MAX", "3"),
            ("EDGEVISION__CAMERAS__1__ID", "added"),
            ("EDGEVISION__CAMERAS__1__SOURCE", "synthetic:street"),
            ("EDGEVISION__CAMERAS__1__DETECT__OBJECTS", "[person, car]"),
            ("EDGEVISION_ASSETS", "/not/ours"),
            ("PATH", "/bin")).Plan!;

        Assert.Equal(("192.0.2.9", 8884), (plan.Mqtt.Host, plan.Mqtt.Port));
        Assert.Equal("rtsp://192.0.2.3/s", Assert.IsType<NetworkSpec>(plan.Cameras[0].Source).Description);
        Assert.Equal(3, plan.Cameras[0].Lane.MaxFramesPerSecond);
        Assert.Equal(("added", 2), (plan.Cameras[1].Lane.CameraId, plan.Cameras[1].Objects.Count));
    }

    [Fact]
    public void AnEmptyFileWillDoWhenVariablesSayAll()
        => Assert.True(Device.Load("", ("EDGEVISION__DEVICE__ID", "x"), ("EDGEVISION__MODELS__DEFAULT", "yolox-nano"), ("EDGEVISION__CAMERAS", "[{id: a, source: 'synthetic:street'}]")).IsValid);

    [Fact]
    public void KeysWithDashesAreFoundThoughNamesOfVariablesHaveNone()
    {
        var yaml = Device.Small.Replace("{default: yolox-nano}", "{default: yolox-nano, my-model: absent}", StringComparison.Ordinal);
        Assert.False(Device.Load(yaml).IsValid);
        Assert.True(Device.Load(yaml, ("EDGEVISION__MODELS__MY_MODEL", "fastestdet")).IsValid);
    }

    [Theory]
    [InlineData("EDGEVISION__MQTT__PROT", "1", "environment EDGEVISION__MQTT__PROT: mqtt.prot: unknown key; did you mean 'port'?")]
    [InlineData("EDGEVISION__MQTT__PORT", "x", "environment EDGEVISION__MQTT__PORT: mqtt.port: 'x' is not a whole number")]
    [InlineData("EDGEVISION__CAMERAS__0__SOURCE", "/none.mp4", "environment EDGEVISION__CAMERAS__0__SOURCE: cameras[0].source: '/none.mp4' is not there")]
    [InlineData("EDGEVISION__CAMERAS__2__ID", "x", "environment EDGEVISION__CAMERAS__2__ID: is item 2 of a list that has 1; the next free number is 1")]
    [InlineData("EDGEVISION__CAMERAS__GATE__ID", "x", "environment EDGEVISION__CAMERAS__GATE__ID: asks for 'GATE' within a list, whose items have numbers from 0")]
    [InlineData("EDGEVISION__DEVICE__ID__X", "x", "environment EDGEVISION__DEVICE__ID__X: asks for 'X' within one value at d.yaml:1:14, which can only be overridden as a whole")]
    [InlineData("EDGEVISION__", "x", "environment EDGEVISION__: has an empty part in its name; write EDGEVISION__SECTION__KEY")]
    [InlineData("EDGEVISION__CAMERAS", "[{id: a", "environment EDGEVISION__CAMERAS:2:1: is not YAML")]
    [InlineData("EDGEVISION__MQTT__HOST", "", "environment EDGEVISION__MQTT__HOST: mqtt.host: has no value")]
    public void AMistakeNamesItsVariable(string name, string value, string expected)
        => Assert.Contains(expected, Device.Load(Device.Small, (name, value)).Errors.ToString(), StringComparison.Ordinal);
}
