namespace EdgeVision.Inference.Workers.Protocol;

/// <summary>Where the provider's program for a model came from.</summary>
public enum LoadWay
{
    /// <summary>From the model, and nothing was kept.</summary>
    Plain,

    /// <summary>From the model, and it was kept for the next time.</summary>
    Kept,

    /// <summary>From what an earlier load kept.</summary>
    Restored,
}
