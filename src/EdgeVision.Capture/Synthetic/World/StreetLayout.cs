using EdgeVision.Capture.Synthetic.Drawing;
using EdgeVision.Capture.Synthetic.Weather;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>
/// Where things are, in metres across the street (Z, away from the camera): near pavement, cycle lane, two lanes,
/// parking strip, far pavement, houses. All drawn from the seed.
/// </summary>
internal sealed class StreetLayout
{
    private const float PavementBeforeGarden = 2.1f;

    public StreetLayout(ulong seed, int width, int height)
    {
        var random = new SeededRandom(seed, 1);
        Seed = seed;
        Width = width;
        Height = height;
        var view = Viewpoint.Choose(seed, ref random);
        Camera = new SceneCamera(width, height, view.Altitude, view.Yaw, width * view.Focal, view.Horizon);
        var bottom = Camera.Ray(width / 2f, height);
        var nearest = -view.Altitude / bottom.Y * MathF.Sqrt((bottom.X * bottom.X) + (bottom.Z * bottom.Z));
        var pavement = random.Range(2.2f, 4.2f);
        (NearWalkFrom, NearKerb) = view.Outlook switch
        {
            Outlook.Door => (nearest + (2 * pavement), nearest + (2 * pavement) + PavementBeforeGarden),
            Outlook.Along => (0.9f, pavement),
            _ => (nearest + 0.2f, nearest + pavement),
        };
        Forecourt = view.Outlook == Outlook.Door ? Forecourt.Of(seed, view.Yaw, nearest, NearWalkFrom) : null;
        CycleLane = NearKerb + 0.85f;
        NearLane = NearKerb + 1.7f + 1.65f;
        FarLane = NearLane + 3.3f;
        Parking = FarLane + 1.65f + 1.1f;
        FarKerb = Parking + 1.15f;
        FarWalkTo = FarKerb + random.Range(2.6f, 4.0f);
        Facade = FarWalkTo + random.Range(0.3f, 1.2f);
        DrivesOnRight = random.Chance(0.7f);
        ToSun = new Point3(random.Range(-0.9f, 0.9f), random.Range(0.75f, 1.5f), random.Range(-0.9f, -0.35f)).Unit();
        LampSpacing = random.Range(17, 26);
        LampOffset = random.Range(0, LampSpacing);
        OwnLamp = Forecourt is not null || new CameraLook(seed).Infrared;
    }

    public ulong Seed { get; }

    public int Width { get; }

    public int Height { get; }

    public SceneCamera Camera { get; }

    /// <summary>The garden before the near pavement; null without one.</summary>
    public Forecourt? Forecourt { get; }

    public float NearWalkFrom { get; }

    public float NearKerb { get; }

    public float CycleLane { get; }

    public float NearLane { get; }

    public float FarLane { get; }

    public float Parking { get; }

    public float FarKerb { get; }

    public float FarWalkTo { get; }

    public float Facade { get; }

    /// <summary>Then the near lane runs towards positive X.</summary>
    public bool DrivesOnRight { get; }

    /// <summary>The sun stands on the camera's side, so that shadows fall on the ground in front of the houses.</summary>
    public Point3 ToSun { get; }

    public float LampSpacing { get; }

    public float LampOffset { get; }

    /// <summary>A lamp beside the camera: over the door, or infrared.</summary>
    public bool OwnLamp { get; }

    public float LampZ => FarKerb + 0.5f;

    /// <summary>Brightness from street lamps at a place, about 0..1.</summary>
    public float LampsAt(float x, float z)
    {
        var along = (x - LampOffset) / LampSpacing;
        var nearest = (along - MathF.Floor(along + 0.5f)) * LampSpacing;
        var far = Pool(nearest, z - (LampZ - 1.2f));
        var near = Pool(LampSpacing / 2 - Math.Abs(nearest), z - (NearKerb - 2));
        var own = OwnLamp ? Pool(x, z - 1) : 0;
        return Math.Min(1, far + near + own);
    }

    private static float Pool(float dx, float dz)
    {
        var k = 1 / (1 + (((dx * dx) + (dz * dz)) / 34));
        return k * k;
    }
}
