namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>What a probe found.</summary>
public enum ProbeOutcome
{
    /// <summary>A session opened with every node on the provider, ran, and gave the right numbers.</summary>
    Usable,

    /// <summary>The session did not open.</summary>
    Refused,

    /// <summary>The session opened and its run failed.</summary>
    Failed,

    /// <summary>It ran and its numbers are wrong.</summary>
    Wrong,

    /// <summary>The process that tried it died.</summary>
    Crashed,

    /// <summary>It did not answer in time and was ended.</summary>
    Hung,

    /// <summary>The plug-in library is not there, or is none.</summary>
    Unloadable,

    /// <summary>The plug-in library was built for a newer ONNX Runtime.</summary>
    TooNew,

    /// <summary>The plug-in library finds no device that it could drive.</summary>
    NoDevice,

    /// <summary>There was no time left for it.</summary>
    Untried,
}
