using EdgeVision.Inference.Decoding;

namespace EdgeVision.Inference.Tests.Decoding;

/// <summary>The generalized focal loss head in doubles, from one row of scores and logits per point.</summary>
internal static class DistributionTwin
{
    public static IEnumerable<TwinCandidate> Decode(float[][] rows, int width, int height, int[] strides, int classes, GridPoint point)
    {
        var row = 0;
        foreach (var stride in strides)
        {
            for (var y = 0; y < (int)Math.Ceiling((double)height / stride); y++)
            {
                for (var x = 0; x < (int)Math.Ceiling((double)width / stride); x++)
                {
                    yield return At(rows[row++], PlaceOf(x, stride, point), PlaceOf(y, stride, point), stride, classes);
                }
            }
        }
    }

    private static TwinCandidate At(float[] row, double x, double y, int stride, int classes)
    {
        var (best, confidence) = Twin.Best(row.Take(classes));
        var sides = row.Skip(classes).Chunk((row.Length - classes) / 4)
            .Select(logits => stride * Twin.Softmax(logits).Select((weight, k) => k * weight).Sum()).ToArray();
        return new TwinCandidate(x - sides[0], y - sides[1], x + sides[2], y + sides[3], best, confidence);
    }

    private static double PlaceOf(int cell, int stride, GridPoint point) => point switch
    {
        GridPoint.Corner => cell * stride,
        GridPoint.Center => (cell + 0.5) * stride,
        _ => (cell * stride) + ((stride - 1) / 2.0),
    };
}
