namespace EdgeVision.ModelTools.Evaluation;

/// <summary>All detections of one class over all pictures, with what each counts as at every IoU threshold, for one area range.</summary>
internal sealed class ClassMatches
{
    private readonly List<double> _scores = [];
    private readonly List<int> _ranks = [];
    private readonly List<MatchOutcome>[] _outcomes = [.. Enumerable.Range(0, IouThresholds.Count).Select(_ => new List<MatchOutcome>())];

    /// <summary>Ground truth that counts.</summary>
    public int Objects { get; set; }

    /// <summary>Takes in one picture's detections, best first; returns the place of the first.</summary>
    public int AddDetections(ReadOnlySpan<DetectionRecord> detections)
    {
        var first = _scores.Count;
        for (var rank = 0; rank < detections.Length; rank++)
        {
            _scores.Add(detections[rank].Score);
            _ranks.Add(rank);
        }

        foreach (var outcomes in _outcomes)
        {
            outcomes.AddRange(Enumerable.Repeat(MatchOutcome.Ignored, detections.Length));
        }

        return first;
    }

    public void SetOutcome(int threshold, int place, MatchOutcome outcome) => _outcomes[threshold][place] = outcome;

    /// <summary>Highest recall at one threshold with the best <paramref name="most"/> detections of each picture, or -1 without objects.</summary>
    public double Recall(int threshold, int most)
    {
        if (Objects == 0)
        {
            return -1;
        }

        var found = 0;
        for (var i = 0; i < _ranks.Count; i++)
        {
            found += _ranks[i] < most && _outcomes[threshold][i] == MatchOutcome.TruePositive ? 1 : 0;
        }

        return (double)found / Objects;
    }

    /// <summary>Average precision at each threshold, -1 without objects.</summary>
    public double[] AveragePrecisions()
    {
        var result = new double[IouThresholds.Count];
        Array.Fill(result, -1);
        if (Objects > 0)
        {
            // Stable: equal scores keep the order of image ids.
            var order = Enumerable.Range(0, _scores.Count).OrderByDescending(i => _scores[i]).ToArray();
            for (var threshold = 0; threshold < result.Length; threshold++)
            {
                result[threshold] = PrecisionCurve.Average(order.Select(i => _outcomes[threshold][i]), Objects);
            }
        }

        return result;
    }
}
