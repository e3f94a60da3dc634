namespace EdgeVision.Capture.Synthetic;

/// <summary>When frames come.</summary>
public enum StreetPace
{
    /// <summary>At the scene's own rate, like a camera; late frames are left out.</summary>
    Real,

    /// <summary>As fast as they are taken, like a file read through; none is left out.</summary>
    Fast,
}
