namespace EdgeVision.ModelTools.Quantization.Reports;

/// <summary>The upright axis of the plot, in decibels.</summary>
/// <param name="Least">Lower end, 0 or below.</param>
/// <param name="Most">Upper end.</param>
/// <param name="Step">Between two lines.</param>
internal readonly record struct NoiseScale(int Least, int Most, int Step)
{
    private const int Tick = 10;

    // Beyond this nothing is heard of the rounding, and one perfect layer would flatten all others.
    private const double Ceiling = 80;
    private const double Floor = -20;

    public static NoiseScale For(IReadOnlyList<ReportLayer> layers)
    {
        var known = layers.Select(layer => layer.NoiseDb).OfType<double>().Where(double.IsFinite).Select(db => Math.Clamp(db, Floor, Ceiling)).ToArray();
        var most = known.Length == 0 ? 0 : known.Max();
        var least = known.Length == 0 ? 0 : known.Min();
        return new NoiseScale(Math.Min(0, Tick * (int)Math.Floor(least / Tick)), Math.Max(2 * Tick, Tick * (int)Math.Ceiling(most / Tick)), Tick);
    }
}
