namespace EdgeVision.Capture.Synthetic.Drawing;

/// <summary>Planar YUV 4:2:0 to draw on, BT.601 limited range, even sizes.</summary>
internal sealed class Canvas(int width, int height)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public int ChromaWidth { get; } = width / 2;

    public int ChromaHeight { get; } = height / 2;

    public byte[] Luma { get; } = new byte[width * height];

    public byte[] Cb { get; } = new byte[width * height / 4];

    public byte[] Cr { get; } = new byte[width * height / 4];
}
