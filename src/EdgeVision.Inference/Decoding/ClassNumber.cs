namespace EdgeVision.Inference.Decoding;

/// <summary>Class numbers that a model gives as floats.</summary>
internal static class ClassNumber
{
    /// <summary>False for what is no class: NaN, an infinity, a number outside.</summary>
    /// <param name="value">The model's number, rounded to the nearest.</param>
    /// <param name="first">The first class's number.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="classId">From 0.</param>
    public static bool TryRead(float value, int first, int classes, out int classId)
    {
        var position = value - first;
        var known = position > -0.5f && position < classes - 0.5f;
        classId = known ? (int)(position + 0.5f) : -1;
        return known;
    }
}
