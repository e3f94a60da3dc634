using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;

namespace EdgeVision.Inference.Decoding;

/// <summary>
/// A row per grid point, level after level, row-major: class scores already through the sigmoid, and for left, top,
/// right and bottom each 1 + reg_max logits of a distance distribution. Distance = stride * sum of k * softmax(logits)[k];
/// the box reaches that far from the point (Generalized Focal Loss, arXiv 2006.04388; RangiLyu/nanodet, gfl_head.py and
/// nanodet_plus_head.py). One output [1, points, classes + 4 * (1 + reg_max)], or per stride [1, points, classes] and
/// [1, points, 4 * (1 + reg_max)]. A level that the stride does not divide has one more, cut cell per axis.
/// </summary>
public sealed class DistributionGrid : IDecoder
{
    private readonly GridLevel[] _levels;
    private readonly int _classes;
    private readonly int _bins;
    private readonly GridPoint _point;
    private readonly bool _oneOutput;

    /// <param name="input">Size of the model's input.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="options">Strides, names and the rest.</param>
    /// <exception cref="ArgumentException">The outputs' names are neither one for all nor two per stride.</exception>
    public DistributionGrid(PictureSize input, int classes, DistributionGridOptions options)
    {
        _levels = GridLevel.Covering(input, options.Strides);
        _classes = classes;
        _bins = options.RegMax + 1;
        _point = options.Point;
        _oneOutput = options.Output is not null;
        MaxCandidates = _levels.Sum(level => level.Points);
        Outputs = _oneOutput ? One(input, options) : PerLevel(input, options);
        Ranges = _oneOutput
            ? [OutputRange.Scores(0, 0, classes, classes + Distances)]
            : [.. _levels.Select((level, i) => OutputRange.Scores(2 * i, 0, level.Points * classes))];
    }

    public IReadOnlyList<OutputNeed> Outputs { get; }

    public IReadOnlyList<OutputRange> Ranges { get; }

    public int MaxCandidates { get; }

    private int Distances => 4 * _bins;

    public void Decode(ITensorOutputs outputs, float minScore, CandidateList into)
    {
        var row = 0;
        for (var i = 0; i < _levels.Length; i++)
        {
            if (_oneOutput)
            {
                var rows = outputs.Floats(0)[(row * (_classes + Distances))..];
                DecodeLevel(_levels[i], rows, rows[_classes..], _classes + Distances, minScore, into);
                row += _levels[i].Points;
            }
            else
            {
                DecodeLevel(_levels[i], outputs.Floats(2 * i), outputs.Floats((2 * i) + 1), 0, minScore, into);
            }
        }
    }

    /// <param name="level">The grid.</param>
    /// <param name="scores">From the first point's scores.</param>
    /// <param name="distances">From the first point's logits.</param>
    /// <param name="step">Elements from one point to the next in both; 0 when each has a tensor to itself.</param>
    /// <param name="minScore">Least score.</param>
    /// <param name="into">Gets the candidates.</param>
    private void DecodeLevel(
        GridLevel level, ReadOnlySpan<float> scores, ReadOnlySpan<float> distances, int step, float minScore, CandidateList into)
    {
        var (scoreStep, distanceStep) = step > 0 ? (step, step) : (_classes, Distances);
        for (var point = 0; point < level.Points; point++)
        {
            var classId = Confidence.Best(scores.Slice(point * scoreStep, _classes), out var best);
            if (best >= minScore)
            {
                into.Add(BoxAt(level, point, distances.Slice(point * distanceStep, Distances)), classId, Confidence.Clip(best));
            }
        }
    }

    private Box BoxAt(GridLevel level, int point, ReadOnlySpan<float> logits)
    {
        var (row, column) = Math.DivRem(point, level.Columns);
        var offset = _point switch
        {
            GridPoint.Corner => 0,
            GridPoint.Center => level.Stride * 0.5f,
            _ => (level.Stride - 1) * 0.5f,
        };
        var x = (column * level.Stride) + offset;
        var y = (row * level.Stride) + offset;
        return Box.FromCorners(
            x - (Expected(logits, 0) * level.Stride), y - (Expected(logits, 1) * level.Stride),
            x + (Expected(logits, 2) * level.Stride), y + (Expected(logits, 3) * level.Stride));
    }

    /// <summary>The distribution's mean in steps; NaN for logits that hold a NaN or an infinity above.</summary>
    private float Expected(ReadOnlySpan<float> logits, int side)
    {
        var bins = logits.Slice(side * _bins, _bins);
        Confidence.Best(bins, out var greatest);
        var sum = 0f;
        var weighted = 0f;
        for (var k = 0; k < bins.Length; k++)
        {
            // Less the greatest, so that no exponential overflows.
            var weight = MathF.Exp(bins[k] - greatest);
            sum += weight;
            weighted += k * weight;
        }

        return weighted / sum;
    }

    private OutputNeed[] One(PictureSize input, DistributionGridOptions options)
    {
        if (options.ClassOutputs.Count + options.DistanceOutputs.Count > 0)
        {
            throw new ArgumentException("output names one tensor that holds everything: leave class_outputs and distance_outputs out", nameof(options));
        }

        var meaning = $"{input}, strides {string.Join('/', options.Strides)}, {_classes} classes, reg_max {options.RegMax}";
        return [new OutputNeed(options.Output!, [1, MaxCandidates, _classes + Distances], meaning)];
    }

    private List<OutputNeed> PerLevel(PictureSize input, DistributionGridOptions options)
    {
        var named = options.ClassOutputs.Count + options.DistanceOutputs.Count > 0;
        if (named && (options.ClassOutputs.Count != _levels.Length || options.DistanceOutputs.Count != _levels.Length))
        {
            throw new ArgumentException(
                $"{_levels.Length} strides need output, or as many class_outputs and distance_outputs, or none of them", nameof(options));
        }

        if (!named && (_classes == Distances || _levels.DistinctBy(level => level.Points).Count() < _levels.Length))
        {
            throw new ArgumentException("its outputs cannot be told apart by their shapes; write class_outputs and distance_outputs", nameof(options));
        }

        var needs = new List<OutputNeed>();
        for (var i = 0; i < _levels.Length; i++)
        {
            var meaning = $"{input} at stride {options.Strides[i]}";
            needs.Add(new OutputNeed(named ? options.ClassOutputs[i] : "", [1, _levels[i].Points, _classes], $"{meaning}, {_classes} classes"));
            needs.Add(new OutputNeed(
                named ? options.DistanceOutputs[i] : "", [1, _levels[i].Points, Distances], $"{meaning}, reg_max {options.RegMax}"));
        }

        return needs;
    }
}
