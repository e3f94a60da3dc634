namespace EdgeVision.Inference.Onnx;

/// <summary>What all parts of a model share: fields that the reader does not know are kept and written again.</summary>
public abstract class OnnxMessage
{
    /// <summary>Unknown fields, each with its tag, as they lie in the file.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Unknown { get; private set; } = [];

    internal void Keep(ReadOnlyMemory<byte> field)
    {
        if (Unknown is List<ReadOnlyMemory<byte>> kept)
        {
            kept.Add(field);
        }
        else
        {
            Unknown = new List<ReadOnlyMemory<byte>>(1) { field };
        }
    }
}
