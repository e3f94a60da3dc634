namespace EdgeVision.Inference.Onnx;

/// <summary>Why a model is refused.</summary>
public enum OnnxRefusalReason
{
    /// <summary>A length or number goes beyond its message's end.</summary>
    Truncated,

    /// <summary>Not the wire format: overlong or overflowing numbers, groups, a field of the wrong wire type.</summary>
    Wire,

    /// <summary>A name is not UTF-8, or too long.</summary>
    Text,

    /// <summary>A name or a single field is there twice.</summary>
    Duplicate,

    /// <summary>More bytes or elements than the limits allow.</summary>
    TooLarge,

    /// <summary>More entries than the limits allow.</summary>
    TooMany,

    /// <summary>Messages nested too deeply.</summary>
    TooDeep,

    /// <summary>A dimension is negative or the number of elements overflows.</summary>
    Shape,

    /// <summary>A tensor's data does not fit its shape and type.</summary>
    Data,

    /// <summary>Data in another file that may not be read.</summary>
    ExternalData,

    /// <summary>An operator domain that is not on the list or not imported.</summary>
    Domain,

    /// <summary>A node reads what only it or a later node makes.</summary>
    Cycle,

    /// <summary>A name that nothing makes.</summary>
    Dangling,

    /// <summary>Something that every model must have is not there.</summary>
    Missing,

    /// <summary>A part of ONNX outside the subset.</summary>
    Unsupported,
}
