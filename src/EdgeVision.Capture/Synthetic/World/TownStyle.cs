namespace EdgeVision.Capture.Synthetic.World;

internal enum TownStyle
{
    /// <summary>Houses wall to wall.</summary>
    Terrace,

    /// <summary>Low houses with gardens between them.</summary>
    Suburb,

    /// <summary>Trees and hardly a house.</summary>
    Park,
}
