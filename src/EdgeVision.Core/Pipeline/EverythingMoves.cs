using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Core.Ports;
using EdgeVision.Core.Scenes;

namespace EdgeVision.Core.Pipeline;

/// <summary>The gate that lets every frame through, whole.</summary>
public sealed class EverythingMoves : IMotionGate
{
    private static readonly Box[] WholePicture = [Box.Full];

    public Motion Observe(Frame frame) => new(WholePicture, 1);
}
