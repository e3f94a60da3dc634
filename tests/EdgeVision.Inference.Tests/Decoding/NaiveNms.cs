namespace EdgeVision.Inference.Tests.Decoding;

/// <summary>The textbook's suppression: sort, keep, strike out; in doubles.</summary>
internal static class NaiveNms
{
    public static List<int> Select(IReadOnlyList<TwinCandidate> candidates, double maxOverlap)
    {
        var left = Enumerable.Range(0, candidates.Count).OrderByDescending(i => candidates[i].Score).ThenBy(i => i).ToList();
        var kept = new List<int>();
        while (left.Count > 0)
        {
            var best = left[0];
            kept.Add(best);
            left.RemoveAll(i => i == best || (candidates[i].ClassId == candidates[best].ClassId && Iou(candidates[i], candidates[best]) > maxOverlap));
        }

        return kept;
    }

    public static double Iou(TwinCandidate a, TwinCandidate b)
    {
        var width = Math.Max(0, Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left));
        var height = Math.Max(0, Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top));
        var common = width * height;
        return common / (((a.Right - a.Left) * (a.Bottom - a.Top)) + ((b.Right - b.Left) * (b.Bottom - b.Top)) - common);
    }
}
