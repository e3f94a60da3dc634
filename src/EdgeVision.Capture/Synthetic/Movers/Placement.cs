using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>Where something stands and which way it faces; turns its own metres into the world's.</summary>
/// <param name="Origin">The point on the ground below it.</param>
/// <param name="Forward">Unit direction on the ground.</param>
internal readonly record struct Placement(Point3 Origin, Point3 Forward)
{
    public Point3 Side => new(-Forward.Z, 0, Forward.X);

    /// <summary>Metres ahead, up and to the side.</summary>
    public Point3 At(float ahead, float up, float side) =>
        new(Origin.X + (Forward.X * ahead) - (Forward.Z * side), Origin.Y + up, Origin.Z + (Forward.Z * ahead) + (Forward.X * side));
}
