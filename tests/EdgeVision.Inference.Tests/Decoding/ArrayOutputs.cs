using EdgeVision.Inference.Decoding;

namespace EdgeVision.Inference.Tests.Decoding;

/// <summary>Outputs from plain arrays.</summary>
internal sealed class ArrayOutputs(params float[][] tensors) : ITensorOutputs
{
    public ReadOnlySpan<float> Floats(int index) => tensors[index];

    public float[] this[int index] => tensors[index];

    /// <summary>Tensors of the decoder's shapes: most confidences low, some high, some rubbish.</summary>
    public static ArrayOutputs Random(IDecoder decoder, int seed, Func<Random, float> value)
    {
        var random = new Random(seed);
        return new ArrayOutputs([.. decoder.Outputs.Select(need =>
        {
            var tensor = new float[need.Shape.Aggregate(1L, (a, b) => a * b)];
            for (var i = 0; i < tensor.Length; i++)
            {
                tensor[i] = value(random);
            }

            return tensor;
        })]);
    }

    /// <summary>Values that reach every branch: confidences, offsets, sizes beyond exp's range, and what a broken device gives.</summary>
    public static float Nasty(Random random) => random.Next(40) switch
    {
        0 => float.NaN,
        1 => float.PositiveInfinity,
        2 => float.NegativeInfinity,
        3 => 200,
        4 => -200,
        5 => 0,
        6 => -0f,
        7 => 1,
        < 20 => random.NextSingle(),
        < 30 => (random.NextSingle() * 6) - 3,
        _ => 0.5f + (random.NextSingle() / 2),
    };
}
