using EdgeVision.Capture.Tests.Support;
using EdgeVision.Core.Faults;

namespace EdgeVision.Capture.Tests.Ffmpeg;

[Collection(nameof(Alone))]
public sealed class MissingProgramTests : IDisposable
{
    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");

    public void Dispose() => Environment.SetEnvironmentVariable("PATH", _path);

    [Fact]
    public void Without_ffmpeg_the_fault_says_how_to_get_it()
    {
        Environment.SetEnvironmentVariable("PATH", "/no/such/folder");
        var fault = Reading.FaultOf("rtsp://192.0.2.20/stream");
        Assert.Equal((FaultCode.ProgramMissing, "apt install ffmpeg"), (fault.Code, fault.Remedy));
    }
}
