namespace EdgeVision.Core.Faults;

/// <summary>Where on an inference's way an accelerator failed.</summary>
public enum FaultStage
{
    /// <summary>The device, its library or its provider is not there.</summary>
    Find,

    /// <summary>The model's bytes or the provider's library do not load.</summary>
    Load,

    /// <summary>The provider does not turn the graph into something its device can run.</summary>
    Compile,

    /// <summary>The input does not reach the device.</summary>
    CopyIn,
    Run,

    /// <summary>The outputs do not come back.</summary>
    CopyOut,

    /// <summary>The outputs came back and make no sense.</summary>
    Decode,
}
