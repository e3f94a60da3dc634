namespace EdgeVision.Capture.Synthetic;

/// <summary>Knows what its frames show.</summary>
public interface IStreetTruth
{
    /// <summary>Index of the frame that was read last, in the scene's own count; -1 before the first.</summary>
    long FrameIndex { get; }

    /// <summary>The objects of a frame. Draws it anew; from any thread.</summary>
    void Truth(long frameIndex, List<StreetObject> into);
}
