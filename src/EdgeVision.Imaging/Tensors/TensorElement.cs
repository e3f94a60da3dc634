using System.Text.Json.Serialization;

namespace EdgeVision.Imaging.Tensors;

/// <summary>The number type of a tensor's elements.</summary>
public enum TensorElement
{
    Float32,

    /// <summary>0..255; values are rounded to the nearest and clamped.</summary>
    [JsonStringEnumMemberName("uint8")]
    UInt8,
}
