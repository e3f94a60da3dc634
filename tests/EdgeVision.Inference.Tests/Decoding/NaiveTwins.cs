namespace EdgeVision.Inference.Tests.Decoding;

/// <summary>The layouts' formulas once more, in doubles and without any shortcut.</summary>
internal static class NaiveTwins
{
    public static IEnumerable<TwinCandidate> AnchorFreeGrid(float[] rows, int width, int height, int[] strides, int classes)
    {
        var row = 0;
        foreach (var (x, y, stride) in Points(width, height, strides))
        {
            var at = row++ * (5 + classes);
            var (best, confidence) = Best(i => rows[at + 5 + i], classes);
            yield return TwinCandidate.Centred(
                (rows[at] + x) * stride, (rows[at + 1] + y) * stride,
                Math.Exp(rows[at + 2]) * stride, Math.Exp(rows[at + 3]) * stride,
                best, Clip(rows[at + 4]) * confidence);
        }
    }

    public static IEnumerable<TwinCandidate> CellGrid(float[] planes, int width, int height, int stride, int classes)
    {
        var (columns, rows) = (width / stride, height / stride);
        var cells = columns * rows;
        foreach (var (x, y, _) in Points(width, height, [stride]))
        {
            var cell = (y * columns) + x;
            var (best, confidence) = Best(i => planes[((5 + i) * cells) + cell], classes);
            yield return TwinCandidate.Centred(
                (x + Math.Tanh(planes[cells + cell])) / columns * width,
                (y + Math.Tanh(planes[(2 * cells) + cell])) / rows * height,
                width / (1 + Math.Exp(-planes[(3 * cells) + cell])),
                height / (1 + Math.Exp(-planes[(4 * cells) + cell])),
                best, Math.Pow(Clip(planes[cell]), 0.6) * Math.Pow(confidence, 0.4));
        }
    }

    public static IEnumerable<TwinCandidate> AnchorFreeLevels(ArrayOutputs outputs, int width, int height, int[] strides, int classes)
    {
        for (var level = 0; level < strides.Length; level++)
        {
            var (scores, objects, boxes) = (outputs[3 * level], outputs[(3 * level) + 1], outputs[(3 * level) + 2]);
            var point = 0;
            foreach (var (x, y, stride) in Points(width, height, [strides[level]]))
            {
                var at = point++;
                var (best, confidence) = Best(i => scores[(at * classes) + i], classes);
                yield return TwinCandidate.Centred(
                    (boxes[4 * at] + x) * stride, (boxes[(4 * at) + 1] + y) * stride,
                    Math.Exp(boxes[(4 * at) + 2]) * stride, Math.Exp(boxes[(4 * at) + 3]) * stride,
                    best, Math.Sqrt(Clip(objects[at]) * confidence));
            }
        }
    }

    public static IEnumerable<TwinCandidate> DecodedCorners(float[] scores, float[] boxes, int width, int height, int classes, bool background)
    {
        var columns = classes + (background ? 1 : 0);
        for (var row = 0; row < boxes.Length / 4; row++)
        {
            var at = row;
            var (best, confidence) = Best(i => scores[(at * columns) + columns - classes + i], classes);
            yield return new TwinCandidate(
                (double)boxes[4 * row] * width, (double)boxes[(4 * row) + 1] * height,
                (double)boxes[(4 * row) + 2] * width, (double)boxes[(4 * row) + 3] * height, best, confidence);
        }
    }

    private static IEnumerable<(int X, int Y, int Stride)> Points(int width, int height, int[] strides) =>
        from stride in strides
        from y in Enumerable.Range(0, height / stride)
        from x in Enumerable.Range(0, width / stride)
        select (x, y, stride);

    /// <summary>The first of the greatest; NaN when any is.</summary>
    private static (int Best, double Confidence) Best(Func<int, float> value, int classes)
    {
        var values = Enumerable.Range(0, classes).Select(value).ToArray();
        return values.Any(float.IsNaN) ? (0, double.NaN) : (Array.IndexOf(values, values.Max()), Clip(values.Max()));
    }

    private static double Clip(float value) => float.IsNaN(value) ? double.NaN : Math.Min(1, Math.Max(0, (double)value));
}
