namespace EdgeVision.Inference.Decoding;

/// <summary>One float32 output that a decoder reads.</summary>
/// <param name="Name">The model's name for it; empty for the only output of this shape.</param>
/// <param name="Shape">Its exact shape, outermost dimension first.</param>
/// <param name="Meaning">Where the shape comes from, for the error when the model's differs.</param>
public sealed record OutputNeed(string Name, IReadOnlyList<long> Shape, string Meaning)
{
    public override string ToString() => $"{(Name.Length > 0 ? Name : "an output")} Float32[{string.Join(',', Shape)}] ({Meaning})";
}
