using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;

namespace EdgeVision.Inference.Decoding;

/// <summary>
/// Final detections in several outputs: boxes [1, rows, 4] as top, left, bottom, right in 0..1 of the input, class numbers
/// [1, rows] and scores [1, rows] as floats, and at will the count of rows in use [1] (TensorFlow's Object Detection API,
/// exporter.py; onnx/models ssd-mobilenetv1). A row whose class number is not one of the labels is left out.
/// </summary>
public sealed class EndToEndTensors : IDecoder
{
    private readonly PictureSize _input;
    private readonly int _classes;
    private readonly int _firstClass;
    private readonly bool _counted;

    /// <param name="input">Size of the model's input.</param>
    /// <param name="classes">Number of classes, without the background.</param>
    /// <param name="options">Rows, names and the rest.</param>
    public EndToEndTensors(PictureSize input, int classes, EndToEndTensorsOptions options)
    {
        _input = input;
        _classes = classes;
        _firstClass = options.FirstClass;
        _counted = options.CountOutput is not null;
        MaxCandidates = options.Rows;
        List<OutputNeed> needs =
        [
            new(options.BoxesOutput, [1, options.Rows, 4], "top, left, bottom, right"),
            new(options.ClassesOutput, [1, options.Rows], $"class numbers from {options.FirstClass}"),
            new(options.ScoresOutput, [1, options.Rows], "scores"),
        ];
        if (options.CountOutput is { } count)
        {
            needs.Add(new(count, [1], "rows in use"));
        }

        Outputs = needs;
        Ranges = [OutputRange.Scores(2, 0, options.Rows)];
    }

    public IReadOnlyList<OutputNeed> Outputs { get; }

    public IReadOnlyList<OutputRange> Ranges { get; }

    public int MaxCandidates { get; }

    public bool IsSuppressed => true;

    public void Decode(ITensorOutputs outputs, float minScore, CandidateList into)
    {
        var boxes = outputs.Floats(0);
        var numbers = outputs.Floats(1);
        var scores = outputs.Floats(2);
        var count = _counted ? RowsInUse(outputs.Floats(3)[0]) : MaxCandidates;
        for (var row = 0; row < count; row++)
        {
            if (!(scores[row] >= minScore) || !ClassNumber.TryRead(numbers[row], _firstClass, _classes, out var classId))
            {
                continue;
            }

            var corners = boxes.Slice(4 * row, 4);
            var box = Box.FromCorners(
                corners[1] * _input.Width, corners[0] * _input.Height, corners[3] * _input.Width, corners[2] * _input.Height);
            into.Add(box, classId, Confidence.Clip(scores[row]));
        }
    }

    private int RowsInUse(float count) => count > 0 ? (int)MathF.Min(count, MaxCandidates) : 0;
}
