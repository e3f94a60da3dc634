using EdgeVision.Core.Detections;
using EdgeVision.Core.Geometry;

namespace EdgeVision.Inference.Decoding;

/// <summary>
/// Greedy non-maximum suppression within each class. The order is total (score, best first, then the candidate's
/// index), so the same outputs always give the same detections. Holds its own scratch room; one thread.
/// </summary>
public sealed class Nms
{
    private const int None = -1;

    private readonly bool _clip;
    private readonly ulong[] _order;
    private readonly int[] _kept;
    private readonly int[] _keptBefore;
    private readonly int[] _lastKept;

    /// <param name="maxCandidates">The longest list it will get.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="clip">Whether boxes end at the picture's edge.</param>
    public Nms(int maxCandidates, int classes, bool clip = true)
    {
        _clip = clip;
        _order = new ulong[maxCandidates];
        _kept = new int[maxCandidates];
        _keptBefore = new int[maxCandidates];
        _lastKept = new int[classes];
    }

    /// <summary>
    /// Adds the survivors, best first, as normalised boxes of the camera picture. A box that lies wholly in the
    /// padding is left out. Ends when <paramref name="into"/> is full, with one overflow counted.
    /// </summary>
    /// <param name="candidates">Boxes in input pixels.</param>
    /// <param name="maxOverlap">A box is dropped when its intersection over union with a better one of its class is above this, 0..1.</param>
    /// <param name="transform">How the picture lies in the input.</param>
    /// <param name="into">Gets the detections.</param>
    public void Select(CandidateList candidates, float maxOverlap, in ImageTransform transform, DetectionSet into)
    {
        var boxes = candidates.Boxes;
        var classes = candidates.Classes;
        var order = Sort(candidates.Scores);
        Array.Fill(_lastKept, None);
        var count = 0;
        foreach (var key in order)
        {
            var index = (int)(uint)key;
            if (Overlaps(boxes, index, classes[index], maxOverlap))
            {
                continue;
            }

            _kept[count] = index;
            _keptBefore[count] = _lastKept[classes[index]];
            _lastKept[classes[index]] = count++;
            var box = transform.ToPicture(boxes[index]);
            if (!(box.Width > 0) || !(box.Height > 0))
            {
                continue;
            }

            if (!into.Add(new Detection(_clip ? box : transform.ToPictureUnclipped(boxes[index]), classes[index], candidates.Scores[index])))
            {
                return;
            }
        }
    }

    private bool Overlaps(ReadOnlySpan<Box> boxes, int index, int classId, float maxOverlap)
    {
        // No overlap is above 1: suppressed candidates need not be compared pair by pair.
        if (maxOverlap >= 1)
        {
            return false;
        }

        for (var at = _lastKept[classId]; at != None; at = _keptBefore[at])
        {
            if (Box.Iou(boxes[_kept[at]], boxes[index]) > maxOverlap)
            {
                return true;
            }
        }

        return false;
    }

    private Span<ulong> Sort(ReadOnlySpan<float> scores)
    {
        // Bits of floats that are not negative order as the floats do; inverted above the index they sort best first.
        var order = _order.AsSpan(0, scores.Length);
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = ((ulong)~BitConverter.SingleToUInt32Bits(scores[i]) << 32) | (uint)i;
        }

        order.Sort();
        return order;
    }
}
