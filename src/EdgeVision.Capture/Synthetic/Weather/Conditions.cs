using EdgeVision.Capture.Synthetic.World;

namespace EdgeVision.Capture.Synthetic.Weather;

/// <summary>Light, weather and camera at one moment.</summary>
/// <param name="Mix">Shares of the prepared lights.</param>
/// <param name="Rain">0 dry .. 1 heavy.</param>
/// <param name="Gain">Exposure, 1 is right.</param>
/// <param name="Noise">Standard deviation of the sensor's noise in luma code values.</param>
/// <param name="ShakeX">Whole pixels, even.</param>
/// <param name="ShakeY">Whole pixels, even.</param>
internal readonly record struct Conditions(LightMix Mix, float Rain, float Gain, float Noise, int ShakeX, int ShakeY);
