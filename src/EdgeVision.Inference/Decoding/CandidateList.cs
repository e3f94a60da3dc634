using EdgeVision.Core.Geometry;

namespace EdgeVision.Inference.Decoding;

/// <summary>The boxes of one run that score high enough, before suppression. Of fixed capacity, reused for each frame.</summary>
public sealed class CandidateList(int capacity)
{
    private readonly Box[] _boxes = new Box[capacity];
    private readonly float[] _scores = new float[capacity];
    private readonly int[] _classes = new int[capacity];

    public int Capacity => _boxes.Length;

    public int Count { get; private set; }

    /// <summary>In input pixels, not clipped.</summary>
    public ReadOnlySpan<Box> Boxes => _boxes.AsSpan(0, Count);

    /// <summary>0..1.</summary>
    public ReadOnlySpan<float> Scores => _scores.AsSpan(0, Count);

    public ReadOnlySpan<int> Classes => _classes.AsSpan(0, Count);

    public void Clear() => Count = 0;

    /// <summary>Adds a candidate, unless its box is not finite or empty: a model's rubbish ends here.</summary>
    public void Add(in Box box, int classId, float score)
    {
        var finite = float.IsFinite(box.X) && float.IsFinite(box.Y) && float.IsFinite(box.Right) && float.IsFinite(box.Bottom);
        if (!finite || !(box.Width > 0) || !(box.Height > 0))
        {
            return;
        }

        _boxes[Count] = box;
        _scores[Count] = score;
        _classes[Count++] = classId;
    }
}
