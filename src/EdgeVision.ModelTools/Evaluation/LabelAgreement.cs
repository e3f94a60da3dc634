using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;

namespace EdgeVision.ModelTools.Evaluation;

/// <summary>
/// How far detections agree with a truth, label by label, added up picture by picture; pairs as
/// <see cref="AgreementMetrics.Compare"/> makes them, at an IoU of <see cref="Iou"/>. Not for two threads at a time.
/// </summary>
public sealed class LabelAgreement
{
    /// <summary>Least intersection over union of a pair.</summary>
    public const double Iou = 0.5;

    private readonly Agreement[] _byLabel;

    /// <param name="labels">The names that are compared; a record's category is the index here.</param>
    public LabelAgreement(LabelSet labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        Labels = labels;
        _byLabel = [.. labels.Names.Select(static _ => new Agreement(0, 0, 0))];
    }

    public LabelSet Labels { get; }

    /// <summary>Pictures added.</summary>
    public int Pictures { get; private set; }

    /// <summary>All labels together.</summary>
    public Agreement Overall => _byLabel.Aggregate(new Agreement(0, 0, 0), Agreement.Add);

    /// <summary>By label, in the order of <see cref="Labels"/>.</summary>
    public IReadOnlyList<(string Label, Agreement Agreement)> PerLabel => [.. Labels.Names.Zip(_byLabel)];

    /// <summary>A model's detections of the labels that are compared.</summary>
    /// <param name="found">Normalised.</param>
    /// <param name="names">The model's class names.</param>
    /// <param name="size">Of the picture.</param>
    public List<DetectionRecord> Records(ReadOnlySpan<Detection> found, LabelSet names, PictureSize size)
    {
        ArgumentNullException.ThrowIfNull(names);
        var records = new List<DetectionRecord>(found.Length);
        foreach (var one in found)
        {
            if (Labels.IndexOf(names[one.ClassId]) is var category and >= 0)
            {
                records.Add(DetectionRecord.Of(0, category, one.Box, size, one.Score));
            }
        }

        return records;
    }

    /// <summary>Adds one picture.</summary>
    /// <param name="truth">What is in it.</param>
    /// <param name="found">What was found, all of it, in the same units.</param>
    /// <param name="ignored">Where neither finding nor missing counts; null for nowhere.</param>
    public void Add(IReadOnlyCollection<DetectionRecord> truth, IReadOnlyCollection<DetectionRecord> found, IReadOnlyCollection<DetectionRecord>? ignored = null)
    {
        Pictures++;
        for (var label = 0; label < _byLabel.Length; label++)
        {
            _byLabel[label] += AgreementMetrics.Compare(Of(truth, label), Of(found, label), Iou, Of(ignored ?? [], label));
        }
    }

    private static DetectionRecord[] Of(IEnumerable<DetectionRecord> records, int label) => [.. records.Where(one => one.CategoryId == label)];
}
