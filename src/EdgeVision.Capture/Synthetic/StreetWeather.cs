namespace EdgeVision.Capture.Synthetic;

/// <summary>Whether it rains.</summary>
public enum StreetWeather
{
    /// <summary>Now and then.</summary>
    Changing,
    Dry,
    Rain,
}
