using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;

namespace EdgeVision.Inference.Decoding;

/// <summary>
/// One output [1, classes] of a classifier: the best classes of the whole picture, each with a box that covers the
/// input, best first. A run with a NaN, or whose softmax has one, gives none.
/// </summary>
public sealed class Classification : IDecoder
{
    private readonly Box _whole;
    private readonly ClassScore _score;
    private readonly BestFew _best;

    /// <param name="input">Size of the model's input.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="options">Name and the rest.</param>
    public Classification(PictureSize input, int classes, ClassificationOptions options)
    {
        _whole = new Box(0, 0, input.Width, input.Height);
        _score = options.Score;
        _best = new BestFew(classes);
        MaxCandidates = Math.Min(options.Top, classes);
        Outputs = [new OutputNeed(options.Output, [1, classes], $"{classes} classes")];
        Ranges = _score == ClassScore.None ? [OutputRange.Scores(0, 0, classes)] : [];
    }

    public IReadOnlyList<OutputNeed> Outputs { get; }

    public IReadOnlyList<OutputRange> Ranges { get; }

    public int MaxCandidates { get; }

    public bool IsSuppressed => true;

    public void Decode(ITensorOutputs outputs, float minScore, CandidateList into)
    {
        var values = outputs.Floats(0);
        Confidence.Best(values, out var greatest);
        var sum = _score == ClassScore.Softmax ? Sum(values, greatest) : 1;
        if (float.IsNaN(greatest) || float.IsNaN(sum))
        {
            return;
        }

        _best.Clear();
        for (var classId = 0; classId < values.Length; classId++)
        {
            if (ScoreOf(values[classId], greatest, sum) >= minScore)
            {
                // By the output itself, which still tells apart what rounds to the same score.
                _best.Add(values[classId], classId);
            }
        }

        var count = Math.Min(_best.Sort(), MaxCandidates);
        for (var place = 0; place < count; place++)
        {
            var classId = _best[place];
            into.Add(_whole, classId, ScoreOf(values[classId], greatest, sum));
        }
    }

    private float ScoreOf(float value, float greatest, float sum) => _score switch
    {
        ClassScore.None => Confidence.Clip(value),
        ClassScore.Sigmoid => 1 / (1 + MathF.Exp(-value)),
        _ => MathF.Exp(value - greatest) / sum,
    };

    /// <summary>Of the exponentials less the greatest value, so that none overflows.</summary>
    private static float Sum(ReadOnlySpan<float> values, float greatest)
    {
        var sum = 0f;
        foreach (var value in values)
        {
            sum += MathF.Exp(value - greatest);
        }

        return sum;
    }
}
