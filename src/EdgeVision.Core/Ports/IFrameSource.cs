using EdgeVision.Core.Faults;

namespace EdgeVision.Core.Ports;

/// <summary>
/// One connection to one camera, file or drawing. Used by one capture thread: Open once, Read until it says
/// otherwise, Dispose. A new connection is a new source.
/// </summary>
public interface IFrameSource : IDisposable
{
    /// <summary>What it is, for people; never with a password.</summary>
    string Description { get; }

    /// <summary>Why <see cref="Read"/> returned <see cref="ReadStatus.Faulted"/>; null before.</summary>
    Fault? Fault { get; }

    /// <summary>Connects, and waits until the picture's format is known; within a limit of its own, for nobody watches it.</summary>
    /// <exception cref="FaultException">It cannot be reached, is refused or is not readable.</exception>
    OpenedSource Open(CancellationToken cancellation);

    /// <summary>Waits for one whole frame and writes it. On anything but Frame the pixels are not to be used.</summary>
    /// <param name="pixels">Exactly as long as the opened format's byte count.</param>
    /// <param name="mediaTime">Time of the frame within the source since it was opened.</param>
    ReadStatus Read(Span<byte> pixels, out TimeSpan mediaTime);

    /// <summary>Makes a waiting Open or Read return soon. From any thread, any number of times, also after Dispose.</summary>
    void Abort();
}
