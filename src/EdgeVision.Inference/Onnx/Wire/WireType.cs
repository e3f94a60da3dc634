namespace EdgeVision.Inference.Onnx.Wire;

/// <summary>How a field's value lies in the file; groups (3, 4) are refused.</summary>
internal enum WireType
{
    Varint = 0,
    Fixed64 = 1,
    Bytes = 2,
    Fixed32 = 5,
}
