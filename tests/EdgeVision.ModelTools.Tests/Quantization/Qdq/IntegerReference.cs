using EdgeVision.Inference.Onnx;

namespace EdgeVision.ModelTools.Tests.Quantization.Qdq;

/// <summary>
/// What integer kernels have to give, in plain loops over the float model's own nodes and weights: products are summed as
/// whole numbers, and scaled once (the standard's QLinearConv; com.microsoft QLinearAdd, QLinearMul, QLinearConcat, …).
/// </summary>
internal sealed class IntegerReference(bool perChannel, int greatestWeight)
{
    /// <param name="node">The float node.</param>
    /// <param name="inputs">Its activations.</param>
    /// <param name="weights">Its float constants: weights, then bias.</param>
    /// <param name="result">Shape, scale and zero point of what it gives; a Relu or Clip is in the cut.</param>
    public int[] Evaluate(OnnxNode node, Bits[] inputs, float[][] weights, Bits result)
    {
        var x = inputs[0];
        return node.OpType switch
        {
            "Conv" => Conv(node, x, weights, result),
            "MatMul" or "Gemm" => Matrix(x, weights, result),
            "Add" => Each(result, i => result.Nearest(inputs[0][i] + inputs[1][i])),
            "Mul" => Each(result, i => result.Nearest(inputs[0][i] * inputs[1][i])),
            "Sigmoid" => Each(result, i => result.Nearest(1 / (1 + Math.Exp(-x[i])))),
            "LeakyRelu" => Each(result, i => result.Nearest(x[i] < 0 ? x[i] * .1f : x[i])),
            "Concat" => Concat(inputs, result),
            "MaxPool" => Each(result, i => Window(x, result.Shape, i).Max()),
            "Resize" => Each(result, i => Doubled(x, result.Shape, i)),
            "GlobalAveragePool" => Each(result, i => result.Nearest(Plane(x, i).Average(at => x[at]))),
            _ => throw new NotSupportedException(node.OpType),
        };
    }

    private int[] Conv(OnnxNode node, Bits x, float[][] weights, Bits y)
    {
        int groups = (int)Of("group")[0], stride = (int)Of("strides")[0], pad = (int)Of("pads")[0], kernel = (int)Of("kernel_shape")[0];
        int inputs = (int)x.Shape[1] / groups, outputs = (int)y.Shape[1] / groups;
        var (w, scales) = Weights(weights[0], (int)y.Shape[1], inputs * kernel * kernel, 1);
        return Each(y, i =>
        {
            var (channel, row, column) = Place(y.Shape, i);
            long sum = Bias(weights, channel, x.Scale * scales[channel]);
            for (var c = 0; c < inputs; c++)
            {
                for (var k = 0; k < kernel * kernel; k++)
                {
                    int r = (row * stride) + (k / kernel) - pad, l = (column * stride) + (k % kernel) - pad;
                    if (r >= 0 && l >= 0 && r < x.Shape[2] && l < x.Shape[3])
                    {
                        var at = At(x.Shape, (channel / outputs * inputs) + c, r, l);
                        sum += (x.Numbers[at] - x.ZeroPoint) * w[(((channel * inputs) + c) * kernel * kernel) + k];
                    }
                }
            }

            return y.Cut(Math.Round(sum * ((double)x.Scale * scales[channel] / y.Scale)) + y.ZeroPoint);
        });

        IReadOnlyList<long> Of(string name) =>
            node.Attributes.Single(attribute => attribute.Name == name) is { Type: OnnxAttributeType.Integers } many
                ? many.Integers : [node.Attributes.Single(attribute => attribute.Name == name).Integer];
    }

    private int[] Matrix(Bits x, float[][] weights, Bits y)
    {
        int rows = (int)x.Shape[^1], columns = (int)y.Shape[^1];
        var (w, scales) = Weights(weights[0], columns, 1, columns);
        return Each(y, i =>
        {
            var column = i % columns;
            var sum = Bias(weights, column, x.Scale * scales[column]) + Enumerable.Range(0, rows)
                .Sum(row => (long)(x.Numbers[(i / columns * rows) + row] - x.ZeroPoint) * w[(row * columns) + column]);
            return y.Cut(Math.Round(sum * ((double)x.Scale * scales[column] / y.Scale)) + y.ZeroPoint);
        });
    }

    private static long Bias(float[][] weights, int channel, float scale) =>
        weights.Length > 1 ? (long)Math.Round(weights[1][channel] / (double)scale) : 0;

    /// <summary>Symmetric weights; element i belongs to channel i / inner % channels.</summary>
    private (int[] Weights, float[] Scales) Weights(float[] values, int channels, int inner, int outer)
    {
        var owner = values.Select((_, i) => outer > 1 ? i % channels : i / inner).ToArray();
        var scales = Enumerable.Range(0, channels)
            .Select(c => values.Where((_, i) => !perChannel || owner[i] == c).Max(MathF.Abs) / greatestWeight).ToArray();
        return ([.. values.Select((value, i) => (int)MathF.Round(value / scales[owner[i]]))], scales);
    }

    private static int[] Concat(Bits[] inputs, Bits y) => Each(y, i =>
    {
        var (channel, row, column) = Place(y.Shape, i);
        var from = 0;
        while (channel >= inputs[from].Shape[1])
        {
            channel -= (int)inputs[from++].Shape[1];
        }

        return y.Nearest(inputs[from][At(inputs[from].Shape, channel, row, column)]);
    });

    /// <summary>Three by three about the place, as far as it lies inside.</summary>
    private static IEnumerable<int> Window(Bits x, long[] shape, int i)
    {
        var (channel, row, column) = Place(shape, i);
        for (var r = Math.Max(row - 1, 0); r <= Math.Min(row + 1, x.Shape[2] - 1); r++)
        {
            for (var l = Math.Max(column - 1, 0); l <= Math.Min(column + 1, x.Shape[3] - 1); l++)
            {
                yield return x.Numbers[At(x.Shape, channel, r, l)];
            }
        }
    }

    private static int Doubled(Bits x, long[] shape, int i)
    {
        var (channel, row, column) = Place(shape, i);
        return x.Numbers[At(x.Shape, channel, row / 2, column / 2)];
    }

    private static IEnumerable<int> Plane(Bits x, int channel)
    {
        var size = (int)(x.Shape[2] * x.Shape[3]);
        return Enumerable.Range(channel * size, size);
    }

    private static int[] Each(Bits result, Func<int, int> number) =>
        [.. Enumerable.Range(0, (int)result.Shape.Aggregate(1L, static (a, b) => a * b)).Select(number)];

    private static (int Channel, int Row, int Column) Place(long[] shape, int i) =>
        ((int)(i / (shape[2] * shape[3]) % shape[1]), (int)(i / shape[3] % shape[2]), (int)(i % shape[3]));

    private static int At(long[] shape, int channel, int row, int column) => (int)((((channel * shape[2]) + row) * shape[3]) + column);
}
