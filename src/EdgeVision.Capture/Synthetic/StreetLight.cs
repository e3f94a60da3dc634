namespace EdgeVision.Capture.Synthetic;

/// <summary>The time of day.</summary>
public enum StreetLight
{
    /// <summary>Day, dusk, night and dawn in eight minutes, beginning by day.</summary>
    Cycle,
    Day,
    Dusk,
    Night,
}
