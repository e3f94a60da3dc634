using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>How a camera is mounted, drawn from the seed.</summary>
/// <param name="Outlook">The kind.</param>
/// <param name="Altitude">Metres above the ground.</param>
/// <param name="Yaw">Radians to the right of straight across the street.</param>
/// <param name="Focal">Focal length as a share of the picture's width.</param>
/// <param name="Horizon">Row of the horizon as a share of the height; below 0 it is above the picture.</param>
internal readonly record struct Viewpoint(Outlook Outlook, float Altitude, float Yaw, float Focal, float Horizon)
{
    /// <summary>Draws it; takes four numbers from the layout's own stream whatever the kind.</summary>
    public static Viewpoint Choose(ulong seed, ref SeededRandom layout)
    {
        var street = new Viewpoint(
            Outlook.Street, layout.Range(2.7f, 4.6f), layout.Range(-0.75f, 0.75f), layout.Range(0.80f, 1.05f), layout.Range(0.17f, 0.36f));
        var random = new SeededRandom(seed, 2);
        var turn = random.Chance(0.5f) ? 1f : -1f;
        return new SeededRandom(seed, 3).Unit() switch
        {
            < 0.45f => street,
            < 0.72f => AtDoor(turn, ref random),
            < 0.84f => new Viewpoint(Outlook.High, random.Range(5, 10), turn * random.Range(0, 0.6f), random.Range(0.75f, 1.2f), random.Range(-0.3f, 0.10f)),
            _ => new Viewpoint(Outlook.Along, random.Range(2.2f, 5), turn * random.Range(1.05f, 1.42f), random.Range(0.7f, 1.1f), random.Range(0.2f, 0.4f)),
        };
    }

    /// <summary>The higher it hangs, the more it is tilted down, so that who stands at the door stays in the picture.</summary>
    private static Viewpoint AtDoor(float turn, ref SeededRandom random)
    {
        var altitude = random.Range(1.2f, 2.7f);
        var horizon = random.Range(0.28f, 0.42f) - ((altitude - 1.2f) * 0.24f);
        return new Viewpoint(Outlook.Door, altitude, turn * random.Range(0, 0.35f), random.Range(0.55f, 0.85f), horizon);
    }
}
