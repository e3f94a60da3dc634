using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;

namespace EdgeVision.Service.Tests.Doctor;

/// <summary>A camera that gives the pictures a test tells it to, then waits until it is cut off.</summary>
internal sealed class FakeCamera(int pictures, double nominal = 0) : IFrameSource
{
    private readonly ManualResetEventSlim _aborted = new(false);
    private int _given;

    /// <summary>Thrown by Open.</summary>
    public Fault? Refusal { get; init; }

    /// <summary>Ends after its pictures with this instead of waiting.</summary>
    public Fault? Crash { get; init; }

    public bool Ends { get; init; }

    /// <summary>All pixels alike.</summary>
    public bool IsFlat { get; init; }

    /// <summary>Called at Open and at Dispose with +1 and -1.</summary>
    public Action<int>? Using { get; init; }

    public string Description => "fake camera";

    public Fault? Fault { get; private set; }

    public OpenedSource Open(CancellationToken cancellation)
    {
        Using?.Invoke(1);
        return Refusal is null
            ? new OpenedSource(new FrameFormat(new PictureSize(64, 48), PixelLayout.I420), nominal, HandOver.NewestWins)
            : throw new FaultException(Refusal);
    }

    public ReadStatus Read(Span<byte> pixels, out TimeSpan mediaTime)
    {
        mediaTime = default;
        if (_given < pictures)
        {
            pixels.Fill(16);
            pixels[0] = IsFlat ? (byte)16 : (byte)200;
            _given++;
            return ReadStatus.Frame;
        }

        if (Ends)
        {
            return ReadStatus.End;
        }

        Fault = Crash;
        if (Crash is null)
        {
            Assert.True(_aborted.Wait(TimeSpan.FromSeconds(30)), "nobody cut the camera off");
        }

        return ReadStatus.Faulted;
    }

    public void Abort() => _aborted.Set();

    public void Dispose() => Using?.Invoke(-1);
}
