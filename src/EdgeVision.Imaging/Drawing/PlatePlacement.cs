using EdgeVision.Core.Frames;

namespace EdgeVision.Imaging.Drawing;

/// <summary>Finds a plate's place: above its frame, else inside at the top, else below, where no other plate lies.</summary>
internal static class PlatePlacement
{
    internal static RoundedRectangle Find(
        in RoundedRectangle frame, float width, float height, float line, PictureSize picture, List<RoundedRectangle> taken)
    {
        var left = MathF.Round(Math.Clamp(frame.Left - (line / 2), 0, Math.Max(0, picture.Width - width)));
        Span<float> tops = [frame.Top - (line / 2) - height, frame.Top + (line / 2), frame.Bottom + (line / 2), frame.Bottom - (line / 2) - height];
        foreach (var top in tops)
        {
            var plate = At(left, top, width, height, line);
            if (plate.Top >= 0 && plate.Bottom <= picture.Height && !IsTaken(plate, taken))
            {
                return plate;
            }
        }

        return At(left, Math.Clamp(tops[0], 0, Math.Max(0, picture.Height - height)), width, height, line);
    }

    private static RoundedRectangle At(float left, float top, float width, float height, float line) =>
        new(left, MathF.Round(top), left + width, MathF.Round(top) + height, 1.5f * line);

    private static bool IsTaken(RoundedRectangle plate, List<RoundedRectangle> taken)
    {
        foreach (var other in taken)
        {
            if (plate.Left < other.Right && other.Left < plate.Right && plate.Top < other.Bottom && other.Top < plate.Bottom)
            {
                return true;
            }
        }

        return false;
    }
}
