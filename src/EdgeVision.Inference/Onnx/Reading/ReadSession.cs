using System.Text;

namespace EdgeVision.Inference.Onnx.Reading;

/// <summary>One reading of one file: the bytes, the limits, what was counted so far, and the place for refusals.</summary>
internal sealed class ReadSession
{
    private const int KnownTexts = 512;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly string?[] _known = new string?[KnownTexts];
    private readonly List<PlaceStep> _place = [];

    public ReadSession(ReadOnlyMemory<byte> file, OnnxLimits limits, IExternalData external)
    {
        (File, Limits, External) = (file, limits, external);
        Memory = new OnnxMemory(this);
        Nodes = new OnnxCount(this, limits.Nodes, "nodes");
        Tensors = new OnnxCount(this, limits.Tensors, "tensors");
        Values = new OnnxCount(this, limits.Values, "inputs, outputs and value infos");
        Attributes = new OnnxCount(this, limits.Attributes, "attributes");
        Entries = new OnnxCount(this, limits.Entries, "operator sets and metadata entries");
    }

    public ReadOnlyMemory<byte> File { get; }

    public OnnxLimits Limits { get; }

    public IExternalData External { get; }

    public OnnxMemory Memory { get; }

    public OnnxCount Nodes { get; }

    public OnnxCount Tensors { get; }

    public OnnxCount Values { get; }

    public OnnxCount Attributes { get; }

    public OnnxCount Entries { get; }

    /// <summary>Goes one step down the way that refusals name.</summary>
    public void Enter(string kind, int index, OnnxMessage part) => _place.Add(new PlaceStep(kind, index, part));

    public void Leave() => _place.RemoveAt(_place.Count - 1);

    /// <summary>A text of the file; the same words again and again are made once.</summary>
    public string Text(ReadOnlySpan<byte> utf8, int offset)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        var hash = new HashCode();
        hash.AddBytes(utf8);
        ref var known = ref _known[(uint)hash.ToHashCode() % KnownTexts];
        return known is not null && Ascii.Equals(utf8, known) ? known : known = Decode(utf8, offset);
    }

    public OnnxRefusedException Refuse(OnnxRefusalReason reason, long offset, string what) =>
        new(new OnnxRefusal(reason, _place.Count == 0 ? "model" : string.Join(", ", _place), offset, what));

    private string Decode(ReadOnlySpan<byte> utf8, int offset)
    {
        Memory.Take(32 + (2 * utf8.Length), offset);
        try
        {
            return Strict.GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            throw Refuse(OnnxRefusalReason.Text, offset, "a text is not UTF-8");
        }
    }
}
