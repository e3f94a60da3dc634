using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>One piece of a figure: the outline around some balls, or a ring.</summary>
/// <param name="First">Its first ball.</param>
/// <param name="Count">Its balls; 1 with a hole means a ring.</param>
/// <param name="Colour">Under white light.</param>
/// <param name="Nearer">Metres by which it is drawn as if nearer.</param>
/// <param name="OfPerson">Else of the machine.</param>
/// <param name="Hole">Inner radius of a ring, 0 for none.</param>
/// <param name="Gloss">0 dull .. 1 polished.</param>
/// <param name="Carried">Of neither: an umbrella or parcel hides its bearer and counts for nobody.</param>
internal readonly record struct FigurePart(int First, int Count, Rgb Colour, float Nearer, bool OfPerson, float Hole, float Gloss, bool Carried);
