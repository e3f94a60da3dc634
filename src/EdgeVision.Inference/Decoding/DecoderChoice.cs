using EdgeVision.Core.Frames;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Decoding;

/// <summary>Guesses from a model's outputs which layout its manifest should name. A hint for people: shapes alone prove nothing.</summary>
public static class DecoderChoice
{
    private const int MostFinalRows = 1000;

    private static readonly int[] Strides = [8, 16, 32];

    /// <summary>The keys to write, such as <c>layout: decoded_columns, columns: 8400 (80 classes)</c>; null when no layout fits.</summary>
    /// <param name="input">Size of the model's input.</param>
    /// <param name="outputs">What the model declares.</param>
    public static string? Suggest(PictureSize input, IReadOnlyList<TensorInfo> outputs) => outputs.Count switch
    {
        1 => OfOne(input, outputs[0].Shape),
        2 => OfTwo(outputs),
        3 or 4 => OfDetections(outputs),
        6 or 8 => OfPairs(input, outputs),
        9 => OfTriples(input, outputs),
        _ => null,
    };

    private static string? OfOne(PictureSize input, long[] shape)
    {
        if (shape is [_, > 5, > 1, > 1] && input.Height % shape[2] == 0 && input.Height / shape[2] == input.Width / shape[3])
        {
            return $"layout: cell_grid, stride: {input.Height / shape[2]} ({shape[1] - 5} classes)";
        }

        return shape switch
        {
            [_, > 1] => $"layout: classification ({shape[1]} classes)",
            [_, > 0 and <= MostFinalRows, 6] => $"layout: end_to_end, rows: {shape[1]}",
            [_, > 4, _] when shape[2] > shape[1] => $"layout: decoded_columns, columns: {shape[2]} ({shape[1] - 4} classes)",
            [_, _, > 5] => OfRows(input, shape[1], shape[2]),
            _ => null,
        };
    }

    private static string? OfRows(PictureSize input, long rows, long length)
    {
        var points = Points(input, Strides);
        if (rows == points)
        {
            return $"layout: anchor_free_grid, strides: [8, 16, 32] ({length - 5} classes)";
        }

        if (rows == points + Points(input, [64]))
        {
            return length > 32
                ? $"layout: distribution_grid, strides: [8, 16, 32, 64], reg_max: 7 ({length - 32} classes)"
                : null;
        }

        return rows == 3 * points ? $"layout: decoded_rows, rows: {rows} ({length - 5} classes)"
            : rows is > 0 and <= MostFinalRows ? $"layout: decoded_rows, rows: {rows}, objectness: false, normalized: true ({length - 4} classes)"
            : null;
    }

    private static string? OfTwo(IReadOnlyList<TensorInfo> outputs)
    {
        var boxes = outputs.FirstOrDefault(one => one.Shape is [_, _, 4]);
        var scores = outputs.FirstOrDefault(one => one != boxes && one.Shape.Length == 3);
        if (boxes is null || scores is null || boxes.Shape[1] != scores.Shape[1] || boxes.Shape[1] < 1)
        {
            return null;
        }

        var rows = boxes.Shape[1];
        return rows <= MostFinalRows
            ? $"layout: set_prediction, queries: {rows}, logits_output: {scores.Name}, boxes_output: {boxes.Name} ({scores.Shape[2]} columns of logits)"
            : $"layout: decoded_corners, rows: {rows}, scores_output: {scores.Name}, boxes_output: {boxes.Name} ({scores.Shape[2]} columns of scores)";
    }

    private static string? OfDetections(IReadOnlyList<TensorInfo> outputs)
    {
        var boxes = outputs.FirstOrDefault(one => one.Shape is [_, _, 4]);
        return boxes is not null && outputs.Count(one => one.Shape.Length == 2) == 2
            ? $"layout: end_to_end_tensors, rows: {boxes.Shape[1]}, boxes_output: {boxes.Name}"
            : null;
    }

    private static string? OfPairs(PictureSize input, IReadOnlyList<TensorInfo> outputs)
    {
        int[] strides = outputs.Count == 6 ? Strides : [8, 16, 32, 64];
        var paired = strides.All(stride => outputs.Count(one => one.Shape.Length >= 2 && one.Shape[^2] == Points(input, [stride])) == 2);
        return paired && outputs.Count(one => one.Shape[^1] > 4 && one.Shape[^1] % 4 == 0) >= strides.Length
            ? $"layout: distribution_grid, strides: [{string.Join(", ", strides)}] (two outputs per stride, told apart by their shapes)"
            : null;
    }

    private static string? OfTriples(PictureSize input, IReadOnlyList<TensorInfo> outputs) =>
        Strides.All(stride => outputs.Count(one => one.Shape is [_, var points, _] && points == Points(input, [stride])) == 3)
            ? "layout: anchor_free_levels, strides: [8, 16, 32]"
            : null;

    private static long Points(PictureSize input, int[] strides) => GridLevel.Covering(input, strides).Sum(level => (long)level.Points);
}
