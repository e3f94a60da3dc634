namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>A cross-section of a vehicle body, in metres: three heights and the half width at each.</summary>
internal readonly record struct Station(float Ahead, float Low, float HalfLow, float Middle, float HalfMiddle, float High, float HalfHigh);
