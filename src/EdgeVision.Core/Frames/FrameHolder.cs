namespace EdgeVision.Core.Frames;

/// <summary>Who holds a frame: for the report of leaks.</summary>
public enum FrameHolder
{
    Capture,
    Slot,
    Inference,
    Snapshot,
}
