namespace EdgeVision.Inference.Tests.Decoding;

/// <summary>The postprocessors of RT-DETR and of DETR in doubles, best first.</summary>
internal static class SetTwin
{
    public static IEnumerable<TwinCandidate> Sigmoid(float[] logits, float[] boxes, int width, int height, int classes, int top)
    {
        var each = from query in Enumerable.Range(0, boxes.Length / 4)
                   let row = logits.Skip(query * classes).Take(classes).ToArray()
                   where !row.Any(float.IsNaN)
                   from classId in Enumerable.Range(0, classes)
                   orderby row[classId] descending, query, classId
                   select BoxOf(boxes, query, width, height) with { ClassId = classId, Score = 1 / (1 + Math.Exp(-row[classId])) };
        return each.Take(top);
    }

    public static IEnumerable<TwinCandidate> Softmax(float[] logits, float[] boxes, int width, int height, int classes, int top)
    {
        var each = from query in Enumerable.Range(0, boxes.Length / 4)
                   let scores = Twin.Softmax(logits.Skip(query * (classes + 1)).Take(classes + 1)).Take(classes).ToArray()
                   where !scores.Any(double.IsNaN)
                   orderby scores.Max() descending, query
                   select BoxOf(boxes, query, width, height) with { ClassId = Array.IndexOf(scores, scores.Max()), Score = scores.Max() };
        return each.Take(top);
    }

    private static TwinCandidate BoxOf(float[] boxes, int query, double width, double height) => TwinCandidate.Centred(
        boxes[4 * query] * width, boxes[(4 * query) + 1] * height, boxes[(4 * query) + 2] * width, boxes[(4 * query) + 3] * height, 0, 0);
}
