using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>How one person looks, drawn from a seed. A value, so that it costs no memory per frame.</summary>
internal readonly record struct PersonLook
{
    private static readonly uint[] Skins = [0xF0CDB4, 0xE3B48F, 0xC98F66, 0xA26B45, 0x7A4B2E, 0x55331F];
    private static readonly uint[] Hairs = [0x1B1613, 0x2E2019, 0x4A3322, 0x6B4A2B, 0xA07B45, 0x9A9794, 0x7B3A22, 0xD6D3CE];
    private static readonly uint[] Tops =
        [0x1D2026, 0x2B3342, 0x5B6470, 0xB9BDC1, 0xE8E6E1, 0x7C2129, 0xB33A2E, 0x2F5D3A, 0x27497A, 0x5A87B8, 0xD0A33A, 0xE07B2A, 0x6D4C7D, 0xD991A8, 0x4C4238, 0x8C7B62];
    private static readonly uint[] Bottoms = [0x1A1C21, 0x23293A, 0x34465F, 0x4B648A, 0x5C5348, 0x8A7B62, 0x3D3F43, 0xB8AE9B, 0x6A6D70, 0x2F3A30];

    public PersonLook(ulong seed, bool raining)
    {
        var random = new SeededRandom(seed, 21);
        var child = random.Chance(0.1f);
        Height = child ? random.Range(1.05f, 1.4f) : random.Range(1.52f, 1.96f);
        Build = random.Range(0.85f, 1.3f);
        Skin = Rgb.Hex(random.Pick<uint>(Skins)) * random.Range(0.92f, 1.05f);
        Hair = Rgb.Hex(random.Pick<uint>(Hairs)) * random.Range(0.85f, 1.15f);
        Top = Vary(ref random, Rgb.Hex(random.Pick<uint>(Tops)));
        Bottom = Vary(ref random, Rgb.Hex(random.Pick<uint>(Bottoms)));
        Shoe = random.Chance(0.3f) ? Rgb.Grey(random.Range(0.7f, 0.92f)) : random.Shade(0.1f, 0.3f, 0.03f);
        BagColour = Vary(ref random, Rgb.Hex(random.Pick<uint>(Tops)));
        Legs = (LegWear)Math.Max(0, random.Below(7) - 3);
        Head = (HeadWear)random.Below(5);
        Bag = (Luggage)random.Below(5);
        ShortSleeves = Legs != LegWear.LongCoat && random.Chance(0.3f);
        OpenJacket = !ShortSleeves && random.Chance(0.35f);
        ArmSwing = Bag is Luggage.ShoppingBag ? 0.25f : random.Range(0.5f, 1.0f);
        Umbrella = random.Chance(0.6f) && raining;
        HoldsUp = Umbrella || random.Chance(0.12f) ? random.Below(2) : -1;
        UmbrellaColour = Vary(ref random, Rgb.Hex(random.Pick<uint>(Tops)));
        var habits = new SeededRandom(seed, 23);
        Arms = HoldsUp >= 0 ? ArmPose.Swing : (ArmPose)Math.Max(0, habits.Below(9) - 4);
        ParcelSize = habits.Range(0.22f, 0.5f);
        HighVisibility = habits.Chance(0.07f);
        Crouch = habits.Chance(0.3f) ? habits.Range(0.2f, 1) : 0;
        Bow = habits.Chance(0.4f) ? habits.Range(0.1f, 1.0f) : 0;
        if (HighVisibility)
        {
            Top = habits.Chance(0.5f) ? new Rgb(0.80f, 0.88f, 0.16f) : new Rgb(0.95f, 0.45f, 0.12f);
        }
    }

    /// <summary>Metres.</summary>
    public float Height { get; init; }

    /// <summary>1 is average; wider above.</summary>
    public float Build { get; init; }

    public Rgb Skin { get; init; }

    public Rgb Hair { get; init; }

    public Rgb Top { get; init; }

    public Rgb Bottom { get; init; }

    public Rgb Shoe { get; init; }

    public Rgb BagColour { get; init; }

    public Rgb UmbrellaColour { get; init; }

    public LegWear Legs { get; init; }

    public HeadWear Head { get; init; }

    public Luggage Bag { get; init; }

    public bool ShortSleeves { get; init; }

    public bool OpenJacket { get; init; }

    public bool Umbrella { get; init; }

    /// <summary>How far the arms swing, 0..1.</summary>
    public float ArmSwing { get; init; }

    public ArmPose Arms { get; init; }

    /// <summary>Edge of a carried parcel, metres.</summary>
    public float ParcelSize { get; init; }

    /// <summary>Wears a safety vest with bright bands.</summary>
    public bool HighVisibility { get; init; }

    /// <summary>How deep the knees are bent when standing, 0..1.</summary>
    public float Crouch { get; init; }

    /// <summary>Radians by which the back is bent when standing.</summary>
    public float Bow { get; init; }

    /// <summary>The arm that holds a telephone or umbrella: 0 right, 1 left, -1 none.</summary>
    public int HoldsUp { get; init; }

    private static Rgb Vary(ref SeededRandom random, Rgb colour) => colour * random.Range(0.8f, 1.2f);
}
