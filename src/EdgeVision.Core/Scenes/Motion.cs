using EdgeVision.Core.Geometry;

namespace EdgeVision.Core.Scenes;

/// <summary>What the gate saw: where something moves and how much. The memory is the gate's, good until its next look.</summary>
/// <param name="Regions">Normalised boxes that moved; empty when the picture is still.</param>
/// <param name="Magnitude">Share of the picture that moved, 0..1.</param>
public readonly record struct Motion(ReadOnlyMemory<Box> Regions, float Magnitude)
{
    public bool IsStill => Regions.IsEmpty;
}
