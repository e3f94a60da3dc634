using EdgeVision.Inference.Decoding;

namespace EdgeVision.Inference.Tests.Decoding;

/// <summary>Layouts whose boxes the graph has decoded, in doubles.</summary>
internal static class DecodedTwins
{
    public static IEnumerable<TwinCandidate> Rows(float[] rows, int classes, bool objectness, double scaleX, double scaleY)
    {
        var first = objectness ? 5 : 4;
        var length = first + classes;
        for (var at = 0; at < rows.Length; at += length)
        {
            var (best, confidence) = Twin.Best(rows.Skip(at + first).Take(classes));
            yield return TwinCandidate.Centred(
                rows[at] * scaleX, rows[at + 1] * scaleY, rows[at + 2] * scaleX, rows[at + 3] * scaleY,
                best, objectness ? Twin.Clip(rows[at + 4]) * confidence : confidence);
        }
    }

    /// <summary>Turned into rows first.</summary>
    public static IEnumerable<TwinCandidate> Columns(float[] planes, int classes, double scaleX, double scaleY)
    {
        var columns = planes.Length / (4 + classes);
        var rows = from column in Enumerable.Range(0, columns)
                   from plane in Enumerable.Range(0, 4 + classes)
                   select planes[(plane * columns) + column];
        return Rows([.. rows], classes, false, scaleX, scaleY);
    }

    public static IEnumerable<TwinCandidate> EndToEnd(float[] rows, int classes) =>
        from row in rows.Chunk(6)
        let classId = Math.Round(row[5])
        where classId >= 0 && classId < classes
        select new TwinCandidate(row[0], row[1], row[2], row[3], (int)classId, Twin.Clip(row[4]));

    public static IEnumerable<TwinCandidate> Tensors(ArrayOutputs outputs, int width, int height, int classes, int firstClass)
    {
        var count = outputs[3][0] >= 0 ? Math.Min(outputs[3][0], outputs[1].Length) : 0;
        for (var row = 0; row < (int)count; row++)
        {
            var box = outputs[0].Skip(4 * row).Take(4).Select(value => (double)value).ToArray();
            var classId = Math.Round(outputs[1][row]) - firstClass;
            if (classId >= 0 && classId < classes)
            {
                yield return new TwinCandidate(
                    box[1] * width, box[0] * height, box[3] * width, box[2] * height, (int)classId, Twin.Clip(outputs[2][row]));
            }
        }
    }

    public static IEnumerable<TwinCandidate> Classes(float[] values, ClassScore score, int top, int width, int height)
    {
        var scores = score switch
        {
            ClassScore.Softmax => Twin.Softmax(values),
            ClassScore.Sigmoid => [.. values.Select(value => 1 / (1 + Math.Exp(-(double)value)))],
            _ => values.Select(Twin.Clip).ToArray(),
        };
        return scores.Any(double.IsNaN)
            ? []
            : Enumerable.Range(0, values.Length).OrderByDescending(classId => values[classId]).ThenBy(classId => classId).Take(top)
                .Select(classId => new TwinCandidate(0, 0, width, height, classId, scores[classId]));
    }
}
