namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>Somebody or something that is in the street at one moment.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Stays the same through its life; even. A rider has the next number.</param>
/// <param name="Seed">Decides its looks.</param>
/// <param name="At">Where it is.</param>
/// <param name="Travelled">Metres since it appeared; moves legs and wheels.</param>
/// <param name="Speed">Metres a second now; of a person who stands, 0 down to -1 when settled.</param>
internal readonly record struct Mover(MoverKind Kind, long Id, ulong Seed, Placement At, float Travelled, float Speed)
{
    /// <summary>Lower is nearer. Lanes do not overlap, so the lane decides first, then the way along it.</summary>
    public bool IsBehind(in Mover other) => At.Origin.Z > other.At.Origin.Z
        || (At.Origin.Z == other.At.Origin.Z && Math.Abs(At.Origin.X) > Math.Abs(other.At.Origin.X));
}
