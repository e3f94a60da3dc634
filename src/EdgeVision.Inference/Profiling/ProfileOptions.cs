namespace EdgeVision.Inference.Profiling;

/// <summary>How long to measure. Every point takes a bounded time: its rates' windows, and two runs more for each at worst.</summary>
public sealed record ProfileOptions
{
    /// <summary>For a table to keep: about 13 s a point.</summary>
    public static ProfileOptions Full { get; } = new();

    /// <summary>For a device that starts without a table: about 2 s a point.</summary>
    public static ProfileOptions Quick { get; } = new()
    {
        Rates = [5], Window = TimeSpan.FromSeconds(1),
        FlatWindow = TimeSpan.FromSeconds(0.6), LeastArrivals = 4, MostCalmDown = TimeSpan.FromSeconds(1),
    };

    /// <summary>Arrivals per second, slowest first. A rate that a point cannot keep is left out: its queue would only grow.</summary>
    public IReadOnlyList<double> Rates { get; init; } = [1, 5, 15];

    /// <summary>How long arrivals of one rate go on.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long to run back to back.</summary>
    public TimeSpan FlatWindow { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Arrivals of a rate at least, also when that takes longer than the window.</summary>
    public int LeastArrivals { get; init; } = 5;

    /// <summary>Runs before anything counts: kernels and caches settle.</summary>
    public int WarmUps { get; init; } = 3;

    /// <summary>How long to wait, once, for the program's own start to be over.</summary>
    public TimeSpan MostCalmDown { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many arrivals of a rate are measured.</summary>
    public int ArrivalsAt(double fps) => Math.Max(LeastArrivals, (int)Math.Ceiling(Window.TotalSeconds * fps));
}
