using EdgeVision.Core.Frames;

namespace EdgeVision.Imaging.Tests.Pictures;

/// <summary>A frame's bytes with its format, for tests.</summary>
public sealed record Picture(FrameFormat Format, byte[] Pixels)
{
    public Frame Frame => new(Format, default, Pixels);

    /// <summary>Noise: every byte on its own, so that a wrong index cannot hide.</summary>
    public static Picture Noise(FrameFormat format, int seed)
    {
        var pixels = new byte[format.ByteCount];
        new Random(seed).NextBytes(pixels);
        return new Picture(format, pixels);
    }

    /// <summary>One YUV colour all over.</summary>
    public static Picture Plain(FrameFormat format, byte y, byte u, byte v)
    {
        var pixels = new byte[format.ByteCount];
        var luma = format.Size.Pixels;
        var chroma = format.ChromaSize.Pixels;
        pixels.AsSpan(0, luma).Fill(y);
        pixels.AsSpan(luma, chroma).Fill(u);
        pixels.AsSpan(luma + chroma).Fill(v);
        return new Picture(format, pixels);
    }
}
