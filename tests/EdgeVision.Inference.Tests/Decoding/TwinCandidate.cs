namespace EdgeVision.Inference.Tests.Decoding;

/// <summary>A candidate in double precision, corners in input pixels.</summary>
internal sealed record TwinCandidate(double Left, double Top, double Right, double Bottom, int ClassId, double Score)
{
    public static TwinCandidate Centred(double x, double y, double width, double height, int classId, double score) =>
        new(x - (width / 2), y - (height / 2), x + (width / 2), y + (height / 2), classId, score);

    /// <summary>Whether it survives as a float: what overflows or is empty there is left out.</summary>
    public bool IsSound => float.IsFinite((float)Left) && float.IsFinite((float)Top) && float.IsFinite((float)Right)
        && float.IsFinite((float)Bottom) && (float)(Right - Left) > 0 && (float)(Bottom - Top) > 0 && !double.IsNaN(Score);
}
