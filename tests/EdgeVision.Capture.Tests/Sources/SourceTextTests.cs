using EdgeVision.Capture.Sources;

namespace EdgeVision.Capture.Tests.Sources;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("videos/gate.mp4", typeof(PathSpec))]
    [InlineData("/srv/pictures/", typeof(PathSpec))]
    [InlineData("/dev/video0", typeof(DeviceSpec))]
    [InlineData("rtsp://192.0.2.20/stream", typeof(NetworkSpec))]
    [InlineData("HTTPS://yard@camera.example:8443/video?x=1", typeof(NetworkSpec))]
    [InlineData("synthetic:street?seed=1", typeof(SyntheticSpec))]
    public void Each_form_is_known(string text, Type kind) => Assert.IsType(kind, SourceSpec.Parse(text));

    [Theory]
    [InlineData("rtsp://yard@192.0.2.20:554/stream", "yard", "", "192.0.2.20:554/stream")]
    [InlineData("rtsp://yard:a%40b@192.0.2.20/stream", "yard", "a@b", "192.0.2.20/stream")]
    [InlineData("rtsp://yard:a@b@192.0.2.20/stream", "yard", "a@b", "192.0.2.20/stream")]
    [InlineData("rtsp://[2001:db8::1]:554/stream", "", "", "[2001:db8::1]:554/stream")]
    [InlineData("http://camera.example", "", "", "camera.example")]
    public void An_address_is_taken_apart(string text, string user, string password, string location)
    {
        var spec = Assert.IsType<NetworkSpec>(SourceSpec.Parse(text));
        Assert.Equal((user, password, location), (spec.User, spec.Password, spec.Location));
    }

    [Theory]
    [InlineData("rtsp://yard:hunter2@192.0.2.20/stream?token=hunter2")]
    [InlineData("https://yard:hunter2@192.0.2.20/stream?anything=hunter2")]
    public void A_description_holds_no_password(string text)
    {
        var spec = SourceSpec.Parse(text);
        Assert.DoesNotContain("hunter2", spec.Description + spec, StringComparison.Ordinal);
        Assert.Contains("yard@192.0.2.20/stream", spec.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "empty")]
    [InlineData("  ", "empty")]
    [InlineData("synthetic:", "synthetic:street")]
    [InlineData("synthetic:?seed=1", "synthetic:street")]
    [InlineData("ftp://host/file.mp4", "ftp:// is not a known kind")]
    [InlineData("rtsp://", "rtsp://host:port/path")]
    [InlineData("rtsp://host/a b", "%XX")]
    [InlineData("rtsp://host/a'\nfile 'x", "line break")]
    [InlineData("rtsp://host/a'b", "%XX")]
    [InlineData("rtsp://host:port/x", "rtsp://host:port/path")]
    [InlineData("rtsp://yard:pass/word@host/x", "password_file")]
    public void A_bad_source_says_what_to_write(string? text, string expected)
    {
        Assert.False(SourceSpec.TryParse(text, out _, out var problem));
        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("pass/word", problem, StringComparison.Ordinal);
    }
}
