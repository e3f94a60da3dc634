using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>A pinhole camera above (0, 0, 0), turned by yaw to the right and by pitch down.</summary>
internal sealed class SceneCamera
{
    private readonly Point3 _right;
    private readonly Point3 _up;
    private readonly Point3 _forward;
    private readonly float _centreX;
    private readonly float _centreY;

    /// <param name="width">Picture width in pixels.</param>
    /// <param name="height">Picture height in pixels.</param>
    /// <param name="altitude">Metres above the ground.</param>
    /// <param name="yaw">Radians to the right of straight across the street.</param>
    /// <param name="focal">Focal length in pixels.</param>
    /// <param name="horizon">Row of the horizon as a share of the height.</param>
    public SceneCamera(int width, int height, float altitude, float yaw, float focal, float horizon)
    {
        Focal = focal;
        Eye = new Point3(0, altitude, 0);
        _centreX = width / 2f;
        _centreY = height / 2f;
        HorizonY = horizon * height;
        var slope = new Point3(0, _centreY - HorizonY, focal).Unit();
        float sin = Trig.Sin(yaw), cos = Trig.Cos(yaw);
        _right = new Point3(cos, 0, -sin);
        _forward = new Point3(sin * slope.Z, -slope.Y, cos * slope.Z);
        _up = new Point3(sin * slope.Y, slope.Z, cos * slope.Y);
    }

    public Point3 Eye { get; }

    public float Focal { get; }

    public float HorizonY { get; }

    /// <summary>Pixels the picture is moved by; a mast sways.</summary>
    public Point2 Shift { get; set; }

    /// <summary>Metres along the view.</summary>
    public float Depth(Point3 world) => Point3.Dot(world - Eye, _forward);

    /// <summary>X right, Y up, Z along the view, in metres.</summary>
    public Point3 ToView(Point3 world)
    {
        var p = world - Eye;
        return new Point3(Point3.Dot(p, _right), Point3.Dot(p, _up), Point3.Dot(p, _forward));
    }

    /// <summary>The pixel of a point in front of the camera.</summary>
    public Point2 ToPixel(Point3 view)
    {
        var k = Focal / view.Z;
        return new Point2(_centreX + Shift.X + (view.X * k), _centreY + Shift.Y - (view.Y * k));
    }

    public Point2 Project(Point3 world) => ToPixel(ToView(world));

    /// <summary>Direction from the eye through a pixel; not of length 1.</summary>
    public Point3 Ray(float x, float y) => (_forward * Focal) + (_right * (x - _centreX)) + (_up * (_centreY - y));

    /// <summary>Metres along the street that the picture shows at a distance across it, limited to ±limit.</summary>
    public (float From, float To) VisibleX(float z, float limit)
    {
        var low = 2 * _centreY;
        var left = Math.Min(AtZ(Ray(0, low), z, limit, -1), AtZ(Ray(0, HorizonY), z, limit, -1));
        var right = Math.Max(AtZ(Ray(2 * _centreX, low), z, limit, 1), AtZ(Ray(2 * _centreX, HorizonY), z, limit, 1));
        return (left, right);
    }

    private static float AtZ(Point3 ray, float z, float limit, int side) =>
        ray.Z <= 1 ? side * limit : Math.Clamp(ray.X / ray.Z * z, -limit, limit);
}
