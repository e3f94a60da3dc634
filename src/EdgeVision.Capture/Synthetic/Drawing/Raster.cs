namespace EdgeVision.Capture.Synthetic.Drawing;

/// <summary>Fills polygons on a canvas with soft edges, and marks whose pixels they are. Not for two threads.</summary>
internal sealed class Raster(Canvas canvas, IdMask? mask)
{
    private static readonly sbyte[] Grain = MakeGrain();
    private readonly PolygonScan _scan = new(canvas.Width);

    public Canvas Canvas { get; } = canvas;

    public IdMask? Mask { get; } = mask;

    /// <summary>Fills one polygon; parts outside the canvas are left out.</summary>
    public void Fill(ReadOnlySpan<Point2> polygon, in Paint paint)
    {
        if (polygon.Length < 3)
        {
            return;
        }

        var luma = new LumaSink(Canvas, paint, Mask is { Current: > 0 } ? Mask : null, Grain);
        _scan.Run(polygon, 1, Canvas.Width, Canvas.Height, ref luma);
        var chroma = new ChromaSink(Canvas, paint);
        _scan.Run(polygon, 0.5f, Canvas.ChromaWidth, Canvas.ChromaHeight, ref chroma);
    }

    private static sbyte[] MakeGrain()
    {
        var random = new SeededRandom(7);
        var grain = new sbyte[2048];
        for (var i = 0; i < 1024; i++)
        {
            grain[i] = grain[i + 1024] = (sbyte)(random.Below(65) - 32);
        }

        return grain;
    }
}
