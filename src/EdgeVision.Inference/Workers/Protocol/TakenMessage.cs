namespace EdgeVision.Inference.Workers.Protocol;

/// <summary>What a <see cref="MessageBuffer"/> had to give.</summary>
public enum TakenMessage
{
    /// <summary>A whole, sound message.</summary>
    Whole,

    /// <summary>Bytes are missing yet.</summary>
    Incomplete,

    /// <summary>The bytes are no message; nothing after them can be trusted.</summary>
    Malformed,
}
