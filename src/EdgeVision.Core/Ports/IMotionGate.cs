using EdgeVision.Core.Frames;
using EdgeVision.Core.Scenes;

namespace EdgeVision.Core.Ports;

/// <summary>Says where something moves, cheaply, so that the detector need not look at still pictures.</summary>
public interface IMotionGate
{
    /// <summary>Looks at one frame, on the capture thread.</summary>
    Motion Observe(Frame frame);
}
