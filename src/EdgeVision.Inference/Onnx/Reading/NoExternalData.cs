namespace EdgeVision.Inference.Onnx.Reading;

/// <summary>For bytes that were hashed: data elsewhere were not, and are refused unseen.</summary>
internal sealed class NoExternalData : IExternalData
{
    public static readonly NoExternalData Instance = new();

    public ReadOnlyMemory<byte> Read(
        IReadOnlyList<KeyValuePair<string, string>> entries, long bytes, Func<string, OnnxRefusedException> refuse) =>
        throw refuse("its data lie in another file, which the model's hash does not cover: save the model as one file");
}
