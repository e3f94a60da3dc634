using EdgeVision.Core.Frames;

namespace EdgeVision.Inference.Decoding;

/// <summary>One level of a feature pyramid: a grid over the input.</summary>
/// <param name="Stride">Input pixels per step.</param>
/// <param name="Columns">Points in a row.</param>
/// <param name="Rows">Rows of points.</param>
internal readonly record struct GridLevel(int Stride, int Columns, int Rows)
{
    public int Points => Columns * Rows;

    /// <exception cref="ArgumentException">A stride does not divide the input.</exception>
    public static GridLevel[] Of(PictureSize input, IReadOnlyList<int> strides)
    {
        var levels = new GridLevel[strides.Count];
        for (var i = 0; i < levels.Length; i++)
        {
            var stride = strides[i];
            if (stride < 1 || input.Width % stride != 0 || input.Height % stride != 0)
            {
                throw new ArgumentException($"stride {stride} does not divide the input {input}", nameof(strides));
            }

            levels[i] = new GridLevel(stride, input.Width / stride, input.Height / stride);
        }

        return levels;
    }

    /// <summary>Grids that cover the input, where one that does not fit ends in a cut cell.</summary>
    /// <exception cref="ArgumentException">A stride is below 1.</exception>
    public static GridLevel[] Covering(PictureSize input, IReadOnlyList<int> strides)
    {
        var levels = new GridLevel[strides.Count];
        for (var i = 0; i < levels.Length; i++)
        {
            var stride = strides[i];
            if (stride < 1)
            {
                throw new ArgumentException($"stride {stride} is below 1", nameof(strides));
            }

            levels[i] = new GridLevel(stride, (input.Width + stride - 1) / stride, (input.Height + stride - 1) / stride);
        }

        return levels;
    }
}
