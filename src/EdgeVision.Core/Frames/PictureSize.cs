namespace EdgeVision.Core.Frames;

/// <summary>Width and height of a picture in pixels.</summary>
public readonly record struct PictureSize(int Width, int Height)
{
    public int Pixels => checked(Width * Height);

    public override string ToString() => $"{Width}x{Height}";

    /// <summary>Reads "WIDTHxHEIGHT", both 1..16384.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PictureSize size)
    {
        size = default;
        var cross = text.IndexOf('x');
        if (cross < 1
            || !int.TryParse(text[..cross], System.Globalization.NumberStyles.None, null, out var width)
            || !int.TryParse(text[(cross + 1)..], System.Globalization.NumberStyles.None, null, out var height)
            || width is < 1 or > 16384 || height is < 1 or > 16384)
        {
            return false;
        }

        size = new PictureSize(width, height);
        return true;
    }
}
