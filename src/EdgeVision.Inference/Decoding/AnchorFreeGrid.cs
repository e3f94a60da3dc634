using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;

namespace EdgeVision.Inference.Decoding;

/// <summary>
/// One output of shape [1, points, 5 + classes]: a row per grid point, level after level, row-major. Row = [cx, cy, w, h,
/// object, class…] with x = (cx + column) * stride, w = exp(w) * stride, confidences already through the sigmoid;
/// score = object * best class (YOLOX, arXiv 2107.08430, and its demo's postprocessing).
/// </summary>
public sealed class AnchorFreeGrid : IDecoder
{
    private const int ObjectAt = 4;
    private const int ClassesAt = 5;

    private readonly GridLevel[] _levels;
    private readonly int _rowLength;

    /// <param name="input">Size of the model's input, divisible by every stride.</param>
    /// <param name="strides">Input pixels per grid step, in the output's order.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="output">The output's name.</param>
    public AnchorFreeGrid(PictureSize input, IReadOnlyList<int> strides, int classes, string output)
    {
        _levels = GridLevel.Of(input, strides);
        _rowLength = ClassesAt + classes;
        MaxCandidates = _levels.Sum(level => level.Points);
        Outputs = [new OutputNeed(output, [1, MaxCandidates, _rowLength], $"{input}, strides {string.Join('/', strides)}, {classes} classes")];
        Ranges = [OutputRange.Scores(0, ObjectAt, 1 + classes, _rowLength)];
    }

    public IReadOnlyList<OutputNeed> Outputs { get; }

    public IReadOnlyList<OutputRange> Ranges { get; }

    public int MaxCandidates { get; }

    public void Decode(ITensorOutputs outputs, float minScore, CandidateList into)
    {
        var rows = outputs.Floats(0);
        foreach (var level in _levels)
        {
            var levelRows = rows[..(level.Points * _rowLength)];
            DecodeLevel(level, levelRows, minScore, into);
            rows = rows[levelRows.Length..];
        }
    }

    private void DecodeLevel(GridLevel level, ReadOnlySpan<float> rows, float minScore, CandidateList into)
    {
        var point = 0;
        for (var at = ObjectAt; at < rows.Length; at += _rowLength, point++)
        {
            // A score is at most its object confidence: nearly every row ends here, after one load.
            if (rows[at] >= minScore)
            {
                DecodeRow(level, point, rows.Slice(at - ObjectAt, _rowLength), minScore, into);
            }
        }
    }

    private static void DecodeRow(GridLevel level, int point, ReadOnlySpan<float> row, float minScore, CandidateList into)
    {
        var classId = Confidence.Best(row[ClassesAt..], out var best);
        var score = Confidence.Clip(row[ObjectAt]) * Confidence.Clip(best);
        if (!(score >= minScore))
        {
            return;
        }

        var (y, x) = Math.DivRem(point, level.Columns);
        var box = Box.FromCentre(
            (row[0] + x) * level.Stride, (row[1] + y) * level.Stride, MathF.Exp(row[2]) * level.Stride, MathF.Exp(row[3]) * level.Stride);
        into.Add(box, classId, score);
    }
}
