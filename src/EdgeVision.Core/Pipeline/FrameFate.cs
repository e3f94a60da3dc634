namespace EdgeVision.Core.Pipeline;

/// <summary>What became of a frame. Every captured frame ends in exactly one fate.</summary>
public enum FrameFate
{
    /// <summary>A detector looked at it.</summary>
    Inferred,

    /// <summary>The tracker covered it.</summary>
    Predicted,

    /// <summary>The gate saw nothing move.</summary>
    Still,

    /// <summary>The camera's rate or the power budget did not allow it.</summary>
    OverBudget,

    /// <summary>A newer frame took its place before anyone looked.</summary>
    Superseded,

    /// <summary>It had become older than its deadline.</summary>
    Stale,

    /// <summary>The inference failed.</summary>
    Failed,

    /// <summary>The camera is switched off, or the pipeline was stopping.</summary>
    Off,
}
