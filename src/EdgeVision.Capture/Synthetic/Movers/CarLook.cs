using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>How one car looks, drawn from a seed. Lengths in metres; the profile runs from the front to the rear.</summary>
internal readonly record struct CarLook
{
    private static readonly uint[] Colours =
        [0xF2F2F0, 0xE9E9E7, 0xC3C6C9, 0x9CA0A4, 0x6B6F73, 0x45484C, 0x202225, 0x16181B, 0x8E1B1F, 0xB0282B, 0x1F3B6E, 0x2F5F9E, 0x5F7D95, 0x2E4A37, 0xC9A227, 0xA8562A, 0x7A6A55];

    public CarLook(ulong seed)
    {
        var random = new SeededRandom(seed, 22);
        Shape = (CarShape)random.Below(5);
        var tall = Shape is CarShape.OffRoad or CarShape.Minivan;
        Length = random.Range(3.8f, 4.5f) + (Shape is CarShape.Saloon or CarShape.Estate ? 0.35f : 0);
        Half = random.Range(0.86f, 0.94f);
        Height = tall ? random.Range(1.62f, 1.85f) : random.Range(1.40f, 1.52f);
        Belt = Height * random.Range(0.61f, 0.65f);
        Wheel = tall ? random.Range(0.34f, 0.38f) : random.Range(0.30f, 0.34f);
        Colour = Rgb.Hex(random.Pick<uint>(Colours)) * random.Range(0.9f, 1.08f);
        Rim = random.Chance(0.75f) ? Rgb.Grey(random.Range(0.55f, 0.75f)) : Rgb.Grey(0.25f);
        YellowPlate = random.Chance(0.2f);
        Taxi = random.Chance(0.06f);
        RoofRack = random.Chance(0.12f);
    }

    public CarShape Shape { get; init; }

    public float Length { get; init; }

    /// <summary>Half the width.</summary>
    public float Half { get; init; }

    public float Height { get; init; }

    /// <summary>Height of the lower edge of the windows.</summary>
    public float Belt { get; init; }

    /// <summary>Radius.</summary>
    public float Wheel { get; init; }

    public Rgb Colour { get; init; }

    public Rgb Rim { get; init; }

    public bool YellowPlate { get; init; }

    public bool Taxi { get; init; }

    public bool RoofRack { get; init; }

    /// <summary>Foot of the windscreen, front of the roof, rear of the roof, foot of the rear window: shares of the length from the middle.</summary>
    public (float Cowl, float RoofFront, float RoofRear, float Rear) Cabin => Shape switch
    {
        CarShape.Hatchback => (0.23f, 0.06f, -0.37f, -0.465f),
        CarShape.Saloon => (0.21f, 0.05f, -0.24f, -0.37f),
        CarShape.Estate => (0.21f, 0.05f, -0.41f, -0.475f),
        CarShape.OffRoad => (0.22f, 0.09f, -0.43f, -0.475f),
        _ => (0.33f, 0.14f, -0.44f, -0.48f),
    };
}
