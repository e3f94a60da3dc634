namespace EdgeVision.Inference.Onnx.Reading;

/// <summary>Where the elements of tensors come from whose data lie in other files.</summary>
internal interface IExternalData
{
    /// <summary>The elements of a tensor.</summary>
    /// <param name="entries">Its external_data: location, offset, length.</param>
    /// <param name="bytes">How many its shape and type want.</param>
    /// <param name="refuse">Makes the refusal from what is wrong.</param>
    ReadOnlyMemory<byte> Read(
        IReadOnlyList<KeyValuePair<string, string>> entries, long bytes, Func<string, OnnxRefusedException> refuse);
}
