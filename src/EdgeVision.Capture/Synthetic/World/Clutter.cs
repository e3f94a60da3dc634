using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>Places the furniture: along both kerbs, and in the garden off its path and drive.</summary>
internal static class Clutter
{
    public static void Place(StreetLayout layout, List<IProp> into)
    {
        var random = new SeededRandom(layout.Seed, 13);
        Along(layout, layout.FarKerb + 0.55f, random.Below(5), ref random, into);
        if (layout.Forecourt is { } garden)
        {
            Garden(layout.Seed, garden, ref random, into);
            return;
        }

        Along(layout, layout.NearKerb - 0.35f, random.Below(3), ref random, into);
    }

    private static void Along(StreetLayout layout, float z, int count, ref SeededRandom random, List<IProp> into)
    {
        var (from, to) = layout.Camera.VisibleX(z, 30);
        for (var i = 0; i < count; i++)
        {
            into.Add(new Furniture(random.Next(), (FurnitureKind)random.Below(5), random.Range(from, to), z));
        }
    }

    private static void Garden(ulong seed, Forecourt garden, ref SeededRandom random, List<IProp> into)
    {
        for (var i = random.Below(6); i < 16; i++)
        {
            var x = random.Range(-4.5f, 4.5f);
            var z = random.Range(Math.Max(garden.Terrace, 2.2f), garden.To - 1.2f);
            if (Math.Abs(x - garden.PathX) > 1.3f && Math.Abs(x - garden.DriveX) > 1.9f)
            {
                into.Add(new Furniture(seed + random.Next(), random.Chance(0.35f) ? FurnitureKind.WheeledBin : (FurnitureKind)(3 + random.Below(4)), x, z));
            }
        }
    }
}
