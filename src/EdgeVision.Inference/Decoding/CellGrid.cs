using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;

namespace EdgeVision.Inference.Decoding;

/// <summary>
/// One output of shape [1, 5 + classes, rows, columns], channel planes over one grid of cells. Channels = object,
/// x, y, w, h, class…; centre = (column + tanh(x)) / columns, w = sigmoid(w) of the input's width;
/// score = object^0.6 * best class^0.4 (FastestDet, its onnx-runtime example).
/// </summary>
public sealed class CellGrid : IDecoder
{
    private const int ClassesAt = 5;

    private readonly PictureSize _input;
    private readonly GridLevel _grid;
    private readonly int _classes;
    private readonly float _objectPower;
    private readonly float _classPower;

    /// <param name="input">Size of the model's input.</param>
    /// <param name="stride">Input pixels per cell; divides the input.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="output">The output's name.</param>
    /// <param name="objectPower">Exponent of the object confidence in the score.</param>
    /// <param name="classPower">Exponent of the class confidence in the score.</param>
    public CellGrid(PictureSize input, int stride, int classes, string output, float objectPower = 0.6f, float classPower = 0.4f)
    {
        _input = input;
        _grid = GridLevel.Of(input, [stride])[0];
        _classes = classes;
        _objectPower = objectPower;
        _classPower = classPower;
        Outputs = [new OutputNeed(output, [1, ClassesAt + classes, _grid.Rows, _grid.Columns], $"{input} in cells of {stride}, {classes} classes")];
        Ranges = [OutputRange.Scores(0, 0, _grid.Points), OutputRange.Scores(0, ClassesAt * _grid.Points, classes * _grid.Points)];
    }

    public IReadOnlyList<OutputNeed> Outputs { get; }

    public IReadOnlyList<OutputRange> Ranges { get; }

    public int MaxCandidates => _grid.Points;

    public void Decode(ITensorOutputs outputs, float minScore, CandidateList into)
    {
        var planes = outputs.Floats(0);

        // score <= object^power, so a cell below this cannot pass; the slack keeps rounding from pruning one that just does.
        var minObject = MathF.Pow(minScore, 1 / _objectPower) * 0.999f;
        var objects = planes[.._grid.Points];
        for (var cell = 0; cell < objects.Length; cell++)
        {
            if (objects[cell] >= minObject)
            {
                DecodeCell(planes, cell, minScore, into);
            }
        }
    }

    private void DecodeCell(ReadOnlySpan<float> planes, int cell, float minScore, CandidateList into)
    {
        var classId = BestClass(planes, cell, out var best);
        var score = MathF.Pow(Confidence.Clip(planes[cell]), _objectPower) * MathF.Pow(Confidence.Clip(best), _classPower);
        if (!(score >= minScore))
        {
            return;
        }

        var (row, column) = Math.DivRem(cell, _grid.Columns);
        var points = _grid.Points;
        var box = Box.FromCentre(
            (column + MathF.Tanh(planes[points + cell])) / _grid.Columns * _input.Width,
            (row + MathF.Tanh(planes[(2 * points) + cell])) / _grid.Rows * _input.Height,
            Sigmoid(planes[(3 * points) + cell]) * _input.Width,
            Sigmoid(planes[(4 * points) + cell]) * _input.Height);
        into.Add(box, classId, score);
    }

    private int BestClass(ReadOnlySpan<float> planes, int cell, out float best)
    {
        var classId = 0;
        var at = (ClassesAt * _grid.Points) + cell;
        best = planes[at];
        for (var i = 1; i < _classes; i++)
        {
            at += _grid.Points;
            if (planes[at] > best || float.IsNaN(planes[at]))
            {
                best = planes[at];
                classId = i;
            }
        }

        return classId;
    }

    private static float Sigmoid(float value) => 1 / (1 + MathF.Exp(-value));
}
