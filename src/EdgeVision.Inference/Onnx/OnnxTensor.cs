namespace EdgeVision.Inference.Onnx;

/// <summary>A constant tensor: TensorProto.</summary>
public sealed class OnnxTensor : OnnxMessage
{
    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    public OnnxDataType Type { get; set; }

    /// <summary>Sizes, outermost first; none for a single number.</summary>
    public IReadOnlyList<long> Dimensions { get; set; } = [];

    /// <summary>Which field holds the elements.</summary>
    public OnnxStorage Storage { get; set; }

    /// <summary>The field's payload, row-major, in the storage's encoding; a slice of the file where it lies in one piece.</summary>
    public ReadOnlyMemory<byte> Data { get; set; }

    /// <summary>The elements of a text tensor.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Texts { get; set; } = [];

    /// <summary>The product of the dimensions; 1 without any.</summary>
    public long Elements
    {
        get
        {
            var product = 1L;
            foreach (var size in Dimensions)
            {
                product = checked(product * size);
            }

            return product;
        }
    }

    /// <summary>The elements in fixed width, little-endian, row-major, whatever the storage; <see cref="Data"/> itself where it is so already.</summary>
    /// <exception cref="InvalidOperationException">A text tensor has no such form.</exception>
    public ReadOnlyMemory<byte> ToRaw() => OnnxElements.Raw(this);
}
