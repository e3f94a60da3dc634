namespace EdgeVision.ModelTools.Evaluation;

/// <summary>
/// Compares two sets of detections without ground truth: a quantized model with its original, one execution provider
/// with another.
/// </summary>
public static class AgreementMetrics
{
    /// <summary>
    /// Pairs the candidates, best score first and equal ones in their order, each with the free reference of its image
    /// and category that it overlaps most, if that is at least <paramref name="iou"/>.
    /// </summary>
    /// <param name="references">Taken as the truth; their scores do not matter.</param>
    /// <param name="candidates">Judged by them.</param>
    /// <param name="iou">Least intersection over union of a pair, above 0 and at most 1.</param>
    /// <param name="ignored">
    /// Places where neither finding nor missing counts: a candidate without a partner that has this share of its own area
    /// on one of its image and category takes no part, as in a crowd of COCO's. Null for none.
    /// </param>
    public static Agreement Compare(
        IReadOnlyCollection<DetectionRecord> references, IReadOnlyCollection<DetectionRecord> candidates, double iou = 0.5,
        IReadOnlyCollection<DetectionRecord>? ignored = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(iou);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(iou, 1);
        var free = references.GroupBy(Key).ToDictionary(group => group.Key, group => group.ToList());
        var places = (ignored ?? []).ToLookup(Key);
        var (matched, judged) = (0, 0);
        foreach (var candidate in candidates.OrderByDescending(d => d.Score))
        {
            if (free.TryGetValue(Key(candidate), out var rivals) && Best(candidate, rivals, iou) is var best && best >= 0)
            {
                rivals.RemoveAt(best);
                matched++;
                judged++;
            }
            else if (!places[Key(candidate)].Any(place => Overlap.OfOwn(candidate, place) >= iou))
            {
                judged++;
            }
        }

        return new(matched, judged, references.Count);
    }

    private static (long Image, long Category) Key(DetectionRecord detection) => (detection.ImageId, detection.CategoryId);

    private static int Best(in DetectionRecord candidate, List<DetectionRecord> references, double least)
    {
        var best = -1;
        for (var i = 0; i < references.Count; i++)
        {
            var overlap = Overlap.Iou(candidate, references[i]);
            if (overlap >= least && (best < 0 || overlap > Overlap.Iou(candidate, references[best])))
            {
                best = i;
            }
        }

        return best;
    }
}
