using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;

namespace EdgeVision.Inference.Decoding;

/// <summary>
/// One output [1, rows, 5 + classes]: a row per box that the graph has already decoded = [cx, cy, w, h, object, class…],
/// boxes in input pixels, confidences through the sigmoid; score = object * best class (ultralytics/yolov5, models/yolo.py
/// Detect and utils/general.py non_max_suppression). Without object [1, rows, 4 + classes], score = best class.
/// </summary>
public sealed class DecodedRows : IDecoder
{
    private const int ObjectAt = 4;

    private readonly int _classesAt;
    private readonly int _rowLength;
    private readonly float _scaleX;
    private readonly float _scaleY;

    /// <param name="input">Size of the model's input.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="options">Rows, name and the rest.</param>
    public DecodedRows(PictureSize input, int classes, DecodedRowsOptions options)
    {
        _classesAt = options.Objectness ? ObjectAt + 1 : ObjectAt;
        _rowLength = _classesAt + classes;
        (_scaleX, _scaleY) = options.Normalized ? (input.Width, input.Height) : (1, 1);
        MaxCandidates = options.Rows;
        Outputs = [new OutputNeed(
            options.Output, [1, options.Rows, _rowLength], $"cx, cy, w, h, {(options.Objectness ? "object, " : "")}{classes} classes")];
        Ranges = [OutputRange.Scores(0, ObjectAt, _rowLength - ObjectAt, _rowLength)];
    }

    public IReadOnlyList<OutputNeed> Outputs { get; }

    public IReadOnlyList<OutputRange> Ranges { get; }

    public int MaxCandidates { get; }

    public void Decode(ITensorOutputs outputs, float minScore, CandidateList into)
    {
        var rows = outputs.Floats(0);
        for (var at = 0; at < rows.Length; at += _rowLength)
        {
            // A score is at most its object confidence: nearly every row that has one ends here.
            if (_classesAt == ObjectAt || rows[at + ObjectAt] >= minScore)
            {
                DecodeRow(rows.Slice(at, _rowLength), minScore, into);
            }
        }
    }

    private void DecodeRow(ReadOnlySpan<float> row, float minScore, CandidateList into)
    {
        var classId = Confidence.Best(row[_classesAt..], out var best);
        var score = Confidence.Clip(best) * (_classesAt == ObjectAt ? 1 : Confidence.Clip(row[ObjectAt]));
        if (score >= minScore)
        {
            into.Add(Box.FromCentre(row[0] * _scaleX, row[1] * _scaleY, row[2] * _scaleX, row[3] * _scaleY), classId, score);
        }
    }
}
