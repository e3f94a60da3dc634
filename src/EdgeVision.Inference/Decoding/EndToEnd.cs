using EdgeVision.Core.Geometry;

namespace EdgeVision.Inference.Decoding;

/// <summary>
/// One output [1, rows, 6] of final detections: left, top, right, bottom in input pixels, score, class number from 0
/// (ultralytics' end-to-end detection guide; YOLOv10 and YOLO26, or an export with suppression inside). Unused rows score 0.
/// A row whose class number is not one of the labels is left out.
/// </summary>
public sealed class EndToEnd : IDecoder
{
    private const int RowLength = 6;

    private readonly int _classes;

    /// <param name="rows">Number of rows.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="output">The output's name.</param>
    public EndToEnd(int rows, int classes, string output)
    {
        _classes = classes;
        MaxCandidates = rows;
        Outputs = [new OutputNeed(output, [1, rows, RowLength], "left, top, right, bottom, score, class")];
        Ranges = [OutputRange.Scores(0, 4, 1, RowLength)];
    }

    public IReadOnlyList<OutputNeed> Outputs { get; }

    public IReadOnlyList<OutputRange> Ranges { get; }

    public int MaxCandidates { get; }

    public bool IsSuppressed => true;

    public void Decode(ITensorOutputs outputs, float minScore, CandidateList into)
    {
        var rows = outputs.Floats(0);
        for (var at = 0; at < rows.Length; at += RowLength)
        {
            var row = rows.Slice(at, RowLength);
            if (row[4] >= minScore && ClassNumber.TryRead(row[5], 0, _classes, out var classId))
            {
                into.Add(Box.FromCorners(row[0], row[1], row[2], row[3]), classId, Confidence.Clip(row[4]));
            }
        }
    }
}
