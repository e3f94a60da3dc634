using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;

namespace EdgeVision.Inference.Decoding;

/// <summary>
/// Two outputs: logits [1, queries, classes] and boxes [1, queries, 4] as cx, cy, w, h in 0..1 of the input; each object is
/// there once. Sigmoid: the best of all queries times classes (lyuwenyu/RT-DETR rtdetr_postprocessor.py; D-FINE, RF-DETR).
/// Softmax: one more column, the last, is "no object", and a query gives its best other class (DETR, arXiv 2005.12872).
/// A query with a NaN among its logits is left out.
/// </summary>
public sealed class SetPrediction : IDecoder
{
    private const int MostScores = 1 << 22;

    private readonly PictureSize _input;
    private readonly int _classes;
    private readonly int _columns;
    private readonly SetScore _score;
    private readonly BestFew _best;

    /// <param name="input">Size of the model's input.</param>
    /// <param name="classes">Number of classes, without "no object".</param>
    /// <param name="options">Queries, names and the rest.</param>
    /// <exception cref="ArgumentException">There are more than 4 million scores.</exception>
    public SetPrediction(PictureSize input, int classes, SetPredictionOptions options)
    {
        _input = input;
        _classes = classes;
        _score = options.Score;
        _columns = _score == SetScore.Softmax ? classes + 1 : classes;
        var most = _score == SetScore.Softmax ? options.Queries : (long)options.Queries * classes;
        if (most > MostScores)
        {
            throw new ArgumentException($"{options.Queries} queries of {classes} classes are {most} scores; at most {MostScores} are sorted", nameof(options));
        }

        _best = new BestFew((int)most);
        MaxCandidates = (int)Math.Min(options.Top, most);
        Outputs =
        [
            new OutputNeed(options.LogitsOutput, [1, options.Queries, _columns], $"{classes} classes{(_columns > classes ? " and no object" : "")}"),
            new OutputNeed(options.BoxesOutput, [1, options.Queries, 4], "cx, cy, w, h"),
        ];
    }

    public IReadOnlyList<OutputNeed> Outputs { get; }

    public int MaxCandidates { get; }

    public bool IsSuppressed => true;

    public void Decode(ITensorOutputs outputs, float minScore, CandidateList into)
    {
        var logits = outputs.Floats(0);
        var boxes = outputs.Floats(1);

        // Logits are compared before any exponential; the slack keeps rounding from pruning one that just passes.
        // At 15 the sigmoid is near enough to 1 to be computed.
        var minLogit = MathF.Min(MathF.Log(minScore / (1 - minScore)), 15) - 0.001f;
        _best.Clear();
        for (var query = 0; query < boxes.Length / 4; query++)
        {
            var row = logits.Slice(query * _columns, _columns);
            if (_score == SetScore.Sigmoid)
            {
                CollectEach(row, query, minLogit, minScore);
            }
            else
            {
                CollectBest(row, query, minLogit, minScore);
            }
        }

        var count = Math.Min(_best.Sort(), MaxCandidates);
        for (var place = 0; place < count; place++)
        {
            var (query, classId) = Math.DivRem(_best[place], _classes);
            var row = logits.Slice(query * _columns, _columns);
            into.Add(BoxOf(boxes.Slice(4 * query, 4)), classId, _score == SetScore.Sigmoid ? Sigmoid(row[classId]) : Softmax(row, classId));
        }
    }

    private void CollectEach(ReadOnlySpan<float> row, int query, float minLogit, float minScore)
    {
        Confidence.Best(row, out var best);
        if (!(best >= minLogit))
        {
            return;
        }

        for (var classId = 0; classId < row.Length; classId++)
        {
            if (row[classId] >= minLogit && Sigmoid(row[classId]) >= minScore)
            {
                // By logit, which still tells apart what the sigmoid rounds to 1.
                _best.Add(row[classId], (query * _classes) + classId);
            }
        }
    }

    private void CollectBest(ReadOnlySpan<float> row, int query, float minLogit, float minScore)
    {
        var classId = Confidence.Best(row[.._classes], out var best);

        // Against "no object" alone the score is greatest: a sigmoid of the difference.
        if (!(best - row[_classes] >= minLogit))
        {
            return;
        }

        var score = Softmax(row, classId);
        if (score >= minScore)
        {
            _best.Add(score, (query * _classes) + classId);
        }
    }

    private static float Softmax(ReadOnlySpan<float> row, int classId)
    {
        Confidence.Best(row, out var greatest);
        var sum = 0f;
        foreach (var logit in row)
        {
            sum += MathF.Exp(logit - greatest);
        }

        return MathF.Exp(row[classId] - greatest) / sum;
    }

    private static float Sigmoid(float value) => 1 / (1 + MathF.Exp(-value));

    private Box BoxOf(ReadOnlySpan<float> row) => Box.FromCentre(
        row[0] * _input.Width, row[1] * _input.Height, row[2] * _input.Width, row[3] * _input.Height);
}
