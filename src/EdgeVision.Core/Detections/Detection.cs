using EdgeVision.Core.Geometry;

namespace EdgeVision.Core.Detections;

/// <summary>One object found in one frame.</summary>
/// <param name="Box">Normalised box of the camera picture.</param>
/// <param name="ClassId">Index into the model's <see cref="LabelSet"/>.</param>
/// <param name="Score">Confidence 0..1.</param>
/// <param name="Track">Id of the track it belongs to; 0 when there is none.</param>
public readonly record struct Detection(Box Box, int ClassId, float Score, int Track = 0);
