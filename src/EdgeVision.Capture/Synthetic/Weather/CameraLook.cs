using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Weather;

/// <summary>What one make of camera does to the light it gets, drawn from the seed.</summary>
internal readonly record struct CameraLook
{
    private const float Plain = 0.45f;

    public CameraLook(ulong seed)
    {
        Saturation = 1;
        if (new SeededRandom(seed, 5).Unit() < Plain)
        {
            return;
        }

        var random = new SeededRandom(seed, 6);
        Saturation = random.Range(0.35f, 1.3f);
        Bend = random.Range(-0.3f, 0.45f);
        Haze = random.Chance(0.4f) ? random.Range(0.03f, 0.2f) : 0;
        CastBlue = random.Range(-7, 7);
        CastRed = random.Range(-6, 6);
        Grain = random.Range(0.7f, 2.6f);
        Infrared = random.Chance(0.6f);
        Soft = random.Chance(0.4f);
    }

    /// <summary>1 is as drawn.</summary>
    public float Saturation { get; init; }

    /// <summary>How much the middle greys are raised, or sunk below 0: y + bend * y * (1 - y).</summary>
    public float Bend { get; init; }

    /// <summary>Share of white that lies over the picture.</summary>
    public float Haze { get; init; }

    /// <summary>Code values added to Cb.</summary>
    public float CastBlue { get; init; }

    /// <summary>Code values added to Cr.</summary>
    public float CastRed { get; init; }

    /// <summary>Added noise in luma code values.</summary>
    public float Grain { get; init; }

    /// <summary>By night it sees by its own infrared light: near things bright, no colours.</summary>
    public bool Infrared { get; init; }

    /// <summary>The lens is not quite sharp.</summary>
    public bool Soft { get; init; }
}
