namespace EdgeVision.Service.Benching;

/// <summary>How long each part of a bench run takes.</summary>
internal sealed record BenchPlan
{
    /// <summary>Turns of the path, each between two of the floor.</summary>
    public int Turns { get; init; } = 7;

    public TimeSpan Turn { get; init; } = TimeSpan.FromSeconds(1.5);

    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(0.7);

    /// <summary>Frames per second of the paced turns: a camera that is looked at a few times a second.</summary>
    public double PacedFps { get; init; } = 5;

    public int PacedTurns { get; init; } = 3;

    /// <summary>Frames of a paced turn.</summary>
    public int PacedFrames { get; init; } = 20;

    /// <summary>Frames before them.</summary>
    public int PacedWarmUp { get; init; } = 5;

    /// <summary>A look, not a judgement.</summary>
    public static BenchPlan Quick { get; } = new()
    {
        Turns = 2, Turn = TimeSpan.FromSeconds(0.8), WarmUp = TimeSpan.FromSeconds(0.4), PacedTurns = 1, PacedFrames = 8, PacedWarmUp = 2,
    };
}
