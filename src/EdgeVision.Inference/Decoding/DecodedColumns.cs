using System.Numerics;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;

namespace EdgeVision.Inference.Decoding;

/// <summary>
/// One output [1, 4 + classes, columns]: a column per box = [cx, cy, w, h, class…] from top to bottom, boxes in input
/// pixels, class scores through the sigmoid, no object confidence (ultralytics/ultralytics, Detect head of YOLOv8 and 11,
/// and its non_max_suppression).
/// </summary>
public sealed class DecodedColumns : IDecoder
{
    private const int ClassesAt = 4;

    private readonly int _columns;
    private readonly int _classes;
    private readonly float _scaleX;
    private readonly float _scaleY;

    /// <param name="input">Size of the model's input.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="options">Columns, name and the rest.</param>
    public DecodedColumns(PictureSize input, int classes, DecodedColumnsOptions options)
    {
        _columns = options.Columns;
        _classes = classes;
        (_scaleX, _scaleY) = options.Normalized ? (input.Width, input.Height) : (1, 1);
        Outputs = [new OutputNeed(options.Output, [1, ClassesAt + classes, _columns], $"cx, cy, w, h, {classes} classes by columns")];
        Ranges = [OutputRange.Scores(0, ClassesAt * _columns, classes * _columns)];
    }

    public IReadOnlyList<OutputNeed> Outputs { get; }

    public IReadOnlyList<OutputRange> Ranges { get; }

    public int MaxCandidates => _columns;

    public void Decode(ITensorOutputs outputs, float minScore, CandidateList into)
    {
        var planes = outputs.Floats(0);
        var scores = planes[(ClassesAt * _columns)..];
        var column = 0;

        // Neighbouring columns lie side by side in each class's plane: their maxima are found together.
        for (; column <= _columns - Vector<float>.Count; column += Vector<float>.Count)
        {
            var best = new Vector<float>(scores[column..]);
            for (var at = column + _columns; at < scores.Length; at += _columns)
            {
                best = Vector.Max(best, new Vector<float>(scores[at..]));
            }

            if (!Vector.GreaterThanOrEqualAny(best, new Vector<float>(minScore)))
            {
                continue;
            }

            for (var lane = 0; lane < Vector<float>.Count; lane++)
            {
                AddColumn(planes, column + lane, best[lane], minScore, into);
            }
        }

        for (; column < _columns; column++)
        {
            AddColumn(planes, column, MaxOf(scores, column), minScore, into);
        }
    }

    private void AddColumn(ReadOnlySpan<float> planes, int column, float best, float minScore, CandidateList into)
    {
        // Not so for NaN either, which Max hands on.
        if (!(best >= minScore))
        {
            return;
        }

        var box = Box.FromCentre(
            planes[column] * _scaleX, planes[_columns + column] * _scaleY,
            planes[(2 * _columns) + column] * _scaleX, planes[(3 * _columns) + column] * _scaleY);
        into.Add(box, ClassOf(planes[(ClassesAt * _columns)..], column, best), Confidence.Clip(best));
    }

    private float MaxOf(ReadOnlySpan<float> scores, int column)
    {
        var best = scores[column];
        for (var at = column + _columns; at < scores.Length; at += _columns)
        {
            best = MathF.Max(best, scores[at]);
        }

        return best;
    }

    private int ClassOf(ReadOnlySpan<float> scores, int column, float best)
    {
        var classId = 0;
        while (classId < _classes - 1 && scores[(classId * _columns) + column] != best)
        {
            classId++;
        }

        return classId;
    }
}
