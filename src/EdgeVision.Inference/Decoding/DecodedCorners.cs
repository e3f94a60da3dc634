using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;

namespace EdgeVision.Inference.Decoding;

/// <summary>
/// Two outputs: scores [1, rows, classes] and boxes [1, rows, 4] as left, top, right, bottom in 0..1 of the input
/// (a box may reach beyond). One of the classes may be the background (SSD's usual export; UltraFace).
/// </summary>
public sealed class DecodedCorners : IDecoder
{
    private readonly PictureSize _input;
    private readonly int _columns;
    private readonly int _first;

    /// <param name="input">Size of the model's input.</param>
    /// <param name="rows">Number of boxes.</param>
    /// <param name="classes">Number of classes, without the background.</param>
    /// <param name="scores">Name of the scores' output.</param>
    /// <param name="boxes">Name of the boxes' output.</param>
    /// <param name="background">Whether the first column is the background.</param>
    public DecodedCorners(PictureSize input, int rows, int classes, string scores, string boxes, bool background)
    {
        _input = input;
        _first = background ? 1 : 0;
        _columns = classes + _first;
        MaxCandidates = rows;
        Outputs =
        [
            new OutputNeed(scores, [1, rows, _columns], background ? $"the background and {classes} classes" : $"{classes} classes"),
            new OutputNeed(boxes, [1, rows, 4], "left, top, right, bottom"),
        ];
        Ranges = [OutputRange.Scores(0, 0, rows * _columns)];
    }

    public IReadOnlyList<OutputNeed> Outputs { get; }

    public IReadOnlyList<OutputRange> Ranges { get; }

    public int MaxCandidates { get; }

    public void Decode(ITensorOutputs outputs, float minScore, CandidateList into)
    {
        var scores = outputs.Floats(0);
        var boxes = outputs.Floats(1);
        for (var row = 0; row < MaxCandidates; row++)
        {
            var classes = scores.Slice((row * _columns) + _first, _columns - _first);
            var classId = Confidence.Best(classes, out var best);
            if (!(best >= minScore))
            {
                continue;
            }

            var corners = boxes.Slice(4 * row, 4);
            var box = Box.FromCorners(
                corners[0] * _input.Width, corners[1] * _input.Height, corners[2] * _input.Width, corners[3] * _input.Height);
            into.Add(box, classId, Confidence.Clip(best));
        }
    }
}
