using EdgeVision.Capture.Synthetic.Drawing;
using EdgeVision.Capture.Synthetic.World;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>Draws one mover after the other, and their shadows before.</summary>
internal sealed class MoverPainter(StreetLayout layout, ScenePainter painter, ShadowPlane shadows)
{
    // Shares of half the length, of the height and of half the width.
    private static readonly Point3[] CarOutline =
        [new(1, 0.3f, 0.95f), new(-1, 0.3f, 0.95f), new(0.96f, 0.62f, 0.95f), new(-0.96f, 0.62f, 0.95f), new(0.3f, 1, 0.8f), new(-0.8f, 1, 0.8f)];

    private static readonly Point3[] BoxOutline =
        [new(1, 0.2f, 0.95f), new(-1, 0.2f, 0.95f), new(0.97f, 1, 0.95f), new(-0.97f, 1, 0.95f)];

    private readonly FigureParts _parts = new();
    private readonly Skeleton _body = new();
    private readonly BodyWork _work = new(painter);

    public LightMix Mix { get; set; }

    public bool Raining { get; set; }

    public static float Length(in Mover mover) => mover.Kind switch
    {
        MoverKind.Bus => BusBody.Length(mover.Seed),
        MoverKind.Truck => TruckBody.Length(mover.Seed),
        MoverKind.Car => new CarLook(mover.Seed).Length,
        _ => 1.9f,
    };

    public void CastShadow(in Mover mover)
    {
        if (Math.Abs(mover.At.Origin.X) > 60)
        {
            return;
        }

        var (half, height) = mover.Kind switch
        {
            MoverKind.Bus => (BusBody.Half, 3f),
            MoverKind.Truck => (TruckBody.Half, 2.7f),
            MoverKind.Car => (0.88f, 1.45f),
            _ => (0.22f, 0f),
        };
        var reach = mover.Kind == MoverKind.Person ? 0.26f : Length(mover) / 2;
        Contact(mover.At, reach, half);
        shadows.Strength = (int)(255 * Mix.Shadow * 1.25f);
        if (height == 0)
        {
            Assemble(mover);
            _parts.CastShadow(shadows);
            return;
        }

        shadows.Begin();
        foreach (var corner in mover.Kind == MoverKind.Car ? CarOutline : BoxOutline)
        {
            shadows.Corner(mover.At.At(corner.X * reach, corner.Y * height, half * corner.Z));
            shadows.Corner(mover.At.At(corner.X * reach, corner.Y * height, -half * corner.Z));
        }

        shadows.Cast();
    }

    public void Draw(in Mover mover, int id)
    {
        Illuminate(mover.At.Origin);
        var lamps = Lamps(mover);
        painter.Raster.Mask?.Draw(id, mover.Kind == MoverKind.Person);
        switch (mover.Kind)
        {
            case MoverKind.Car:
                var look = new CarLook(mover.Seed);
                _work.Begin(mover.At, look.Height, lamps, mover.Travelled);
                CarBody.Draw(_work, look);
                break;
            case MoverKind.Bus:
                _work.Begin(mover.At, 3f, lamps, mover.Travelled);
                BusBody.Draw(_work, mover.Seed);
                break;
            case MoverKind.Truck:
                _work.Begin(mover.At, 2.6f, lamps, mover.Travelled);
                TruckBody.Draw(_work, mover.Seed);
                break;
            default:
                Assemble(mover);
                _parts.Draw(painter, mover.Kind == MoverKind.Person ? 0 : id, mover.Kind == MoverKind.Person ? id : id + 1);
                break;
        }

        painter.Raster.Mask?.Draw(0, false);
        if (lamps > 0)
        {
            LampGlow.AtLamps(painter, mover, Length(mover), lamps);
        }
    }

    /// <summary>Head lamps light the road ahead; after the shadows.</summary>
    public void LightRoad(in Mover mover)
    {
        if (mover.Kind != MoverKind.Person && Lamps(mover) is > 0 and var lamps)
        {
            LampGlow.OnRoad(painter, mover, Length(mover), lamps);
        }
    }

    private void Assemble(in Mover mover)
    {
        _parts.Clear();
        var look = new PersonLook(mover.Seed, Raining && mover.Kind == MoverKind.Person);
        switch (mover.Kind)
        {
            case MoverKind.Person:
                var vigour = mover.Speed <= 0 ? 0.04f : Math.Clamp(0.42f + (0.34f * mover.Speed), 0.5f, 1.4f);
                var settled = Math.Clamp(-mover.Speed, 0, 1);
                look = look with { Bow = look.Bow * settled, Crouch = look.Crouch * settled };
                WalkPose.Set(_body, mover.At, look, mover.Travelled * Trig.Turn / (1.42f * look.Height / 1.75f), vigour);
                break;
            case MoverKind.ParkedBicycle:
                Bicycle.Add(_parts, _body, mover.At, look, mover.Seed, mover.Travelled);
                return;
            case MoverKind.Cyclist:
                look = ForRiding(look, mover.Seed % 2 == 0);
                Bicycle.Add(_parts, _body, mover.At, look, mover.Seed, mover.Travelled);
                break;
            default:
                look = ForRiding(look, true) with { ShortSleeves = false };
                Motorcycle.Add(_parts, _body, mover.At, look, mover.Seed, Lamps(mover));
                break;
        }

        PersonBody.Add(_parts, _body, look);
    }

    /// <summary>0 by day .. 1 at night, and off in what is parked.</summary>
    private float Lamps(in Mover mover) =>
        mover.Speed == 0 && mover.Kind is MoverKind.Car or MoverKind.ParkedBicycle ? 0 : Math.Clamp((Mix.Lamps - 0.2f) * 2, 0, 1);

    private static PersonLook ForRiding(in PersonLook look, bool helmet) => look with
    {
        Height = Math.Max(look.Height, 1.6f),
        Head = helmet ? HeadWear.Helmet : look.Head,
        Bag = look.Bag == Luggage.Backpack ? Luggage.Backpack : Luggage.None,
        Legs = look.Legs is LegWear.Skirt or LegWear.LongCoat ? LegWear.Trousers : look.Legs,
        Umbrella = false,
        Arms = ArmPose.Swing,
    };

    /// <summary>Little light reaches the ground right below, whatever the sky.</summary>
    private void Contact(in Placement at, float reach, float half)
    {
        for (var ring = 0; ring < 2; ring++)
        {
            shadows.Strength = 70 + (ring * 60);
            shadows.Begin();
            for (var i = 0; i < 12; i++)
            {
                var grow = 1.08f - (0.14f * ring);
                float x = Trig.Cos(i * Trig.Turn / 12), z = Trig.Sin(i * Trig.Turn / 12);
                var p = at.At(Squared(x) * reach * grow, 0, Squared(z) * half * grow);
                shadows.Ground(p.X, p.Z);
            }

            shadows.Cast();
        }
    }

    private static float Squared(float v) => Math.Clamp(v * 1.25f, -1, 1);

    private void Illuminate(Point3 at)
    {
        var lamp = Light.LampColour * (Mix.Lamps * 0.55f * layout.LampsAt(at.X, at.Z));
        painter.Light = new LocalLight(Mix.Ambient, Mix.Sun, layout.ToSun, lamp, Mix.Sky);
    }
}
