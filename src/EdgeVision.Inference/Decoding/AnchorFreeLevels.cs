using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;

namespace EdgeVision.Inference.Decoding;

/// <summary>
/// Three outputs per stride: class [1, points, classes], object [1, points, 1], box [1, points, 4], points row-major.
/// x = (bx + column) * stride, w = exp(bw) * stride, score = sqrt(object * best class) (YuNet, and OpenCV's FaceDetectorYN).
/// </summary>
public sealed class AnchorFreeLevels : IDecoder
{
    private readonly GridLevel[] _levels;
    private readonly int _classes;

    /// <param name="input">Size of the model's input, divisible by every stride.</param>
    /// <param name="strides">Input pixels per grid step.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="classOutputs">Names of the class outputs, one per stride.</param>
    /// <param name="objectOutputs">Names of the object outputs, one per stride.</param>
    /// <param name="boxOutputs">Names of the box outputs, one per stride.</param>
    public AnchorFreeLevels(
        PictureSize input, IReadOnlyList<int> strides, int classes,
        IReadOnlyList<string> classOutputs, IReadOnlyList<string> objectOutputs, IReadOnlyList<string> boxOutputs)
    {
        if (classOutputs.Count != strides.Count || objectOutputs.Count != strides.Count || boxOutputs.Count != strides.Count)
        {
            throw new ArgumentException($"{strides.Count} strides need as many class, object and box outputs", nameof(strides));
        }

        _levels = GridLevel.Of(input, strides);
        _classes = classes;
        MaxCandidates = _levels.Sum(level => level.Points);
        var needs = new List<OutputNeed>();
        for (var i = 0; i < _levels.Length; i++)
        {
            var meaning = $"{input} at stride {strides[i]}";
            needs.Add(new OutputNeed(classOutputs[i], [1, _levels[i].Points, classes], meaning));
            needs.Add(new OutputNeed(objectOutputs[i], [1, _levels[i].Points, 1], meaning));
            needs.Add(new OutputNeed(boxOutputs[i], [1, _levels[i].Points, 4], meaning));
        }

        Outputs = needs;
        Ranges =
        [
            .. _levels.SelectMany((level, i) => (OutputRange[])
                [OutputRange.Scores(3 * i, 0, level.Points * classes), OutputRange.Scores((3 * i) + 1, 0, level.Points)]),
        ];
    }

    public IReadOnlyList<OutputNeed> Outputs { get; }

    public IReadOnlyList<OutputRange> Ranges { get; }

    public int MaxCandidates { get; }

    public void Decode(ITensorOutputs outputs, float minScore, CandidateList into)
    {
        for (var i = 0; i < _levels.Length; i++)
        {
            DecodeLevel(_levels[i], outputs.Floats(3 * i), outputs.Floats((3 * i) + 1), outputs.Floats((3 * i) + 2), minScore, into);
        }
    }

    private void DecodeLevel(
        GridLevel level, ReadOnlySpan<float> classes, ReadOnlySpan<float> objects, ReadOnlySpan<float> boxes, float minScore, CandidateList into)
    {
        // sqrt(object * class) >= s needs object >= s²; the slack keeps rounding from pruning a row that just passes.
        var minObject = minScore * minScore * 0.999f;
        for (var point = 0; point < level.Points; point++)
        {
            if (!(objects[point] >= minObject))
            {
                continue;
            }

            var classId = Confidence.Best(classes.Slice(point * _classes, _classes), out var best);
            var score = MathF.Sqrt(Confidence.Clip(objects[point]) * Confidence.Clip(best));
            if (score >= minScore)
            {
                into.Add(BoxAt(level, point, boxes.Slice(4 * point, 4)), classId, score);
            }
        }
    }

    private static Box BoxAt(GridLevel level, int point, ReadOnlySpan<float> row)
    {
        var (y, x) = Math.DivRem(point, level.Columns);
        return Box.FromCentre(
            (row[0] + x) * level.Stride, (row[1] + y) * level.Stride, MathF.Exp(row[2]) * level.Stride, MathF.Exp(row[3]) * level.Stride);
    }
}
