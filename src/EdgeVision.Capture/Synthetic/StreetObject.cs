using EdgeVision.Core.Geometry;

namespace EdgeVision.Capture.Synthetic;

/// <summary>One object of the street as it truly is in one frame.</summary>
/// <param name="Label">person, bicycle, car, motorcycle, bus or truck. A rider is a person of its own.</param>
/// <param name="Id">The same through its life, unique in the scene.</param>
/// <param name="Box">Around all its pixels in the picture as if nothing stood before it.</param>
/// <param name="VisibleBox">Around the pixels that are seen; empty when it is wholly hidden.</param>
/// <param name="VisibleFraction">Seen pixels over all its pixels in the picture, 0..1.</param>
/// <param name="Depth">Metres from the camera along the view.</param>
/// <param name="MaskId">Its number in the frame's id mask, 1..250.</param>
public readonly record struct StreetObject(string Label, long Id, Box Box, Box VisibleBox, float VisibleFraction, float Depth, int MaskId);
