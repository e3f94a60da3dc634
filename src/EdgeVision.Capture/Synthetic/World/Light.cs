using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>How the scene is lit. Colours multiply what things look like under plain white light.</summary>
internal sealed record Light
{
    /// <summary>From everywhere, more from above.</summary>
    public required Rgb Ambient { get; init; }

    public required Rgb Sun { get; init; }

    /// <summary>Darkness of shadows cast by the sun, 0..1.</summary>
    public required float Shadow { get; init; }

    /// <summary>Street lamps and windows, 0..1.</summary>
    public required float Lamps { get; init; }

    public required Rgb SkyTop { get; init; }

    public required Rgb SkyLow { get; init; }

    public static Rgb LampColour { get; } = new(1f, 0.80f, 0.52f);

    public static Light Sunny { get; } = new()
    {
        Ambient = new Rgb(0.56f, 0.60f, 0.68f), Sun = new Rgb(0.56f, 0.52f, 0.44f), Shadow = 0.44f, Lamps = 0,
        SkyTop = new Rgb(0.33f, 0.53f, 0.82f), SkyLow = new Rgb(0.74f, 0.84f, 0.93f),
    };

    public static Light Overcast { get; } = new()
    {
        Ambient = new Rgb(0.80f, 0.82f, 0.85f), Sun = new Rgb(0.06f, 0.06f, 0.06f), Shadow = 0.05f, Lamps = 0,
        SkyTop = new Rgb(0.66f, 0.69f, 0.73f), SkyLow = new Rgb(0.80f, 0.82f, 0.84f),
    };

    public static Light Dusk { get; } = new()
    {
        Ambient = new Rgb(0.44f, 0.40f, 0.46f), Sun = new Rgb(0.24f, 0.14f, 0.06f), Shadow = 0.16f, Lamps = 0.45f,
        SkyTop = new Rgb(0.26f, 0.27f, 0.46f), SkyLow = new Rgb(0.93f, 0.60f, 0.42f),
    };

    public static Light Night { get; } = new()
    {
        Ambient = new Rgb(0.27f, 0.28f, 0.35f), Sun = new Rgb(0, 0, 0), Shadow = 0, Lamps = 1,
        SkyTop = new Rgb(0.05f, 0.06f, 0.12f), SkyLow = new Rgb(0.20f, 0.18f, 0.22f),
    };
}
