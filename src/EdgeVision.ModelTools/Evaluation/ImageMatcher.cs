namespace EdgeVision.ModelTools.Evaluation;

/// <summary>
/// Pairs the detections of one class in one picture with its ground truth, as COCO's evaluator does: best score first,
/// each detection takes the free ground truth it overlaps most (the later one of equals), one that counts before one
/// that is ignored; a crowd stays free.
/// </summary>
internal sealed class ImageMatcher
{
    public const int MostDetections = 100;

    private readonly CocoAnnotation[] _truth;
    private readonly DetectionRecord[] _detections;
    private readonly double[] _overlaps;

    public ImageMatcher(IEnumerable<CocoAnnotation> truth, IEnumerable<DetectionRecord> detections)
    {
        _truth = [.. truth];

        // OrderBy is stable: equal scores keep the order of the file, as numpy's mergesort does.
        _detections = [.. detections.OrderByDescending(d => d.Score).Take(MostDetections)];
        _overlaps = new double[_detections.Length * _truth.Length];
        for (var d = 0; d < _detections.Length; d++)
        {
            for (var t = 0; t < _truth.Length; t++)
            {
                _overlaps[(d * _truth.Length) + t] = Overlap.WithTruth(_detections[d], _truth[t]);
            }
        }
    }

    /// <summary>Adds this picture to the class's account for one area range.</summary>
    public void MatchInto(ClassMatches matches, AreaRange range)
    {
        var ignored = Array.ConvertAll(_truth, t => t.IsCrowd || t.Ignore || !range.Holds(t.Area));

        // Objects that count come first; the order is stable.
        var order = Enumerable.Range(0, _truth.Length).OrderBy(t => ignored[t]).ToArray();
        matches.Objects += ignored.Count(flag => !flag);

        var first = matches.AddDetections(_detections);
        var taken = new bool[_truth.Length];
        for (var threshold = 0; threshold < IouThresholds.Count; threshold++)
        {
            Array.Clear(taken);
            for (var d = 0; d < _detections.Length; d++)
            {
                var match = BestMatch(d, IouThresholds.All[threshold], order, ignored, taken);
                matches.SetOutcome(threshold, first + d, Outcome(d, match, ignored, range));
                if (match >= 0)
                {
                    taken[match] = true;
                }
            }
        }
    }

    private int BestMatch(int detection, double threshold, int[] order, bool[] ignored, bool[] taken)
    {
        var match = -1;
        var best = Math.Min(threshold, 1 - 1e-10);
        foreach (var t in order)
        {
            if (taken[t] && !_truth[t].IsCrowd)
            {
                continue;
            }

            if (match >= 0 && !ignored[match] && ignored[t])
            {
                break;
            }

            var overlap = _overlaps[(detection * _truth.Length) + t];
            if (overlap >= best)
            {
                best = overlap;
                match = t;
            }
        }

        return match;
    }

    private MatchOutcome Outcome(int detection, int match, bool[] ignored, AreaRange range)
    {
        if (match >= 0)
        {
            return ignored[match] ? MatchOutcome.Ignored : MatchOutcome.TruePositive;
        }

        return range.Holds(_detections[detection].W * _detections[detection].H) ? MatchOutcome.FalsePositive : MatchOutcome.Ignored;
    }
}
