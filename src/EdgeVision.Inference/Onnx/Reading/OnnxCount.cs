namespace EdgeVision.Inference.Onnx.Reading;

/// <summary>Counts one kind of thing in the whole model.</summary>
/// <param name="session">The model being read.</param>
/// <param name="limit">How many may come.</param>
/// <param name="what">Their name.</param>
internal sealed class OnnxCount(ReadSession session, long limit, string what)
{
    private long _count;

    public void Add(long offset, long more = 1)
    {
        _count += more;
        if (_count > limit)
        {
            throw session.Refuse(OnnxRefusalReason.TooMany, offset, $"more than {limit} {what}");
        }
    }
}
