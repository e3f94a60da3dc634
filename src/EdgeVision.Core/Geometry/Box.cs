namespace EdgeVision.Core.Geometry;

/// <summary>
/// An upright rectangle by its top left corner and size. Unless said otherwise in the camera picture's normalised
/// coordinates, 0..1 from the top left.
/// </summary>
public readonly record struct Box(float X, float Y, float Width, float Height)
{
    /// <summary>The whole picture.</summary>
    public static Box Full { get; } = new(0, 0, 1, 1);

    public float Right => X + Width;

    public float Bottom => Y + Height;

    public float Area => Width * Height;

    public static Box FromCorners(float left, float top, float right, float bottom) => new(left, top, right - left, bottom - top);

    public static Box FromCentre(float x, float y, float width, float height) => new(x - (width / 2), y - (height / 2), width, height);

    /// <summary>Intersection over union, 0..1; 0 when either box is empty.</summary>
    public static float Iou(in Box a, in Box b)
    {
        var width = Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X);
        var height = Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Y, b.Y);
        if (width <= 0 || height <= 0)
        {
            return 0;
        }

        var common = width * height;
        return common / (a.Area + b.Area - common);
    }

    /// <summary>The part inside 0..1.</summary>
    public Box ClampToPicture() => FromCorners(
        Math.Clamp(X, 0, 1), Math.Clamp(Y, 0, 1), Math.Clamp(Right, 0, 1), Math.Clamp(Bottom, 0, 1));
}
