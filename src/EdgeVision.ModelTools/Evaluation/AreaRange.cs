namespace EdgeVision.ModelTools.Evaluation;

/// <summary>Areas in pixels squared, both ends included: an object of exactly 32² pixels is small and medium.</summary>
internal readonly record struct AreaRange(double Least, double Most)
{
    private const double Small = 32 * 32;
    private const double Medium = 96 * 96;
    private const double Endless = 1e10;

    /// <summary>All, small, medium, large.</summary>
    public static IReadOnlyList<AreaRange> Standard { get; } =
        [new(0, Endless), new(0, Small), new(Small, Medium), new(Medium, Endless)];

    public bool Holds(double area) => area >= Least && area <= Most;
}
