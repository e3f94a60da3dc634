namespace EdgeVision.Messaging.Payloads;

/// <summary>One object in one frame.</summary>
/// <param name="Label">Name of its class.</param>
/// <param name="ClassId">Index of its class in the model.</param>
/// <param name="Score">Confidence 0..1, four decimals.</param>
/// <param name="Box">x, y, width, height as shares of the camera picture, five decimals.</param>
/// <param name="Track">The same object keeps it from frame to frame; null when it is not followed.</param>
public sealed record DetectedObjectV1(string Label, int ClassId, double Score, IReadOnlyList<double> Box, int? Track);
