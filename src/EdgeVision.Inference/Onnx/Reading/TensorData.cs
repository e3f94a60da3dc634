using EdgeVision.Inference.Onnx.Wire;

namespace EdgeVision.Inference.Onnx.Reading;

/// <summary>Collects a tensor's data fields and holds them against its shape and type.</summary>
internal ref struct TensorData
{
    private List<ReadOnlyMemory<byte>>? _texts;
    private List<KeyValuePair<string, string>>? _external;
    private ReadOnlyMemory<byte> _data;
    private OnnxStorage? _storage;
    private int _location;

    /// <summary>Takes a field that concerns the data; false for any other.</summary>
    public bool Take(ref WireReader fields, int field)
    {
        switch (field)
        {
            case 4:
                Keep(ref fields, OnnxStorage.Float32, fields.Numbers(WireType.Fixed32));
                return true;
            case 5:
                Keep(ref fields, OnnxStorage.Int32, fields.Numbers(WireType.Varint));
                return true;
            case 6:
                fields.Session.Memory.Take(OnnxMemory.Array + (OnnxMemory.Slice), fields.Start);
                Keep(ref fields, OnnxStorage.Text, null);
                (_texts ??= []).Add(fields.NextBytes(fields.Session.Limits.TextBytes));
                return true;
            case 7:
                Keep(ref fields, OnnxStorage.Int64, fields.Numbers(WireType.Varint));
                return true;
            case 9:
                Keep(ref fields, OnnxStorage.Raw, fields.Bytes(int.MaxValue));
                return true;
            case 10:
                Keep(ref fields, OnnxStorage.Float64, fields.Numbers(WireType.Fixed64));
                return true;
            case 11:
                Keep(ref fields, OnnxStorage.UInt64, fields.Numbers(WireType.Varint));
                return true;
            case 13:
                (_external ??= []).Add(ModelFields.Entry(fields.NextMessage()));
                return true;
            case 14:
                _location = fields.Int32();
                return true;
            default:
                return false;
        }
    }

    /// <summary>Fills the tensor.</summary>
    public readonly void Complete(ref WireReader fields, OnnxTensor tensor, long elements)
    {
        if (_external is not null || _location != 0)
        {
            TakeExternal(fields.Session, fields.Start, tensor, elements);
            return;
        }

        tensor.Storage = _storage ?? (tensor.Type == OnnxDataType.Text ? OnnxStorage.Text : OnnxStorage.Raw);
        tensor.Data = _data;
        tensor.Texts = _texts ?? tensor.Texts;
        if (tensor.Storage != tensor.Type.TypedStorage() && (tensor.Storage != OnnxStorage.Raw || tensor.Type == OnnxDataType.Text))
        {
            throw fields.Refuse(OnnxRefusalReason.Data, $"elements of type {tensor.Type} cannot lie in {tensor.Storage}");
        }

        var (wants, has) = Sizes(tensor, elements);
        if (wants != has)
        {
            throw fields.Refuse(
                OnnxRefusalReason.Data, has < 0 ? "its numbers are cut off, overlong or beyond 64 bits" : $"its shape wants {wants} {(tensor.Storage == OnnxStorage.Raw ? "bytes" : "numbers")} and it has {has}");
        }
    }

    private static (long Wants, long Has) Sizes(OnnxTensor tensor, long elements) => tensor.Storage switch
    {
        OnnxStorage.Raw => (tensor.Type.RawBytes(elements), tensor.Data.Length),
        OnnxStorage.Text => (elements, tensor.Texts.Count),
        OnnxStorage.Float32 => (elements * sizeof(float), tensor.Data.Length),
        OnnxStorage.Float64 => (elements * sizeof(double), tensor.Data.Length),
        _ => (tensor.Type.Bits() == 4 ? (elements + 1) / 2 : elements, Varint.Count(tensor.Data.Span)),
    };

    private readonly void TakeExternal(ReadSession session, int offset, OnnxTensor tensor, long elements)
    {
        OnnxRefusedException Refuse(string what) => session.Refuse(OnnxRefusalReason.ExternalData, offset, what);
        if (_external is null || _location != 1 || _storage is not null || tensor.Type == OnnxDataType.Text)
        {
            throw Refuse("it says both that its data lie in another file and that they do not");
        }

        tensor.Data = session.External.Read(_external, tensor.Type.RawBytes(elements), Refuse);
    }

    private void Keep(ref WireReader fields, OnnxStorage storage, ReadOnlyMemory<byte>? data)
    {
        if (_storage is { } other && other != storage)
        {
            throw fields.Refuse(OnnxRefusalReason.Duplicate, $"its data lie both in {other} and in {storage}");
        }

        _storage = storage;
        _data = data ?? _data;
    }
}
