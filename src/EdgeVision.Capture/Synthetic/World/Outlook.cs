namespace EdgeVision.Capture.Synthetic.World;

/// <summary>Where a camera hangs; decides how large people are in the picture.</summary>
internal enum Outlook
{
    /// <summary>On a house across the street, as most street cameras are.</summary>
    Street,

    /// <summary>Beside a front door: visitors come close and are cut by the picture's edge.</summary>
    Door,

    /// <summary>High up and tilted down: all is small and seen from above.</summary>
    High,

    /// <summary>Along the street: vehicles are seen from the front and from behind.</summary>
    Along,
}
