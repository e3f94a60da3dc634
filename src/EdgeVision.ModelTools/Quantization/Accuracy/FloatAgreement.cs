using EdgeVision.Core.Faults;
using EdgeVision.Inference;
using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Evaluation;
using EdgeVision.ModelTools.Quantization.Calibration;

namespace EdgeVision.ModelTools.Quantization.Accuracy;

/// <summary>How far a model's detections agree with the float model's. It needs no labels.</summary>
public sealed class FloatAgreement
{
    /// <summary>What the average precision looks at: nearly everything, as with labels.</summary>
    private const float Least = 0.01f;

    private readonly DetectorFactory _factory;
    private readonly CalibrationSet _set;
    private readonly int _pictures;
    private readonly float _score;
    private CocoGroundTruth? _truth;

    private FloatAgreement(DetectorFactory factory, CalibrationSet set, int pictures, float score)
    {
        (_factory, _set, _pictures, _score) = (factory, set, pictures, score);
    }

    /// <summary>What F1 is measured on.</summary>
    public string Name => $"F1 against the float model's {Reference.Count} detections on {_pictures} pictures";

    /// <summary>What the float model found.</summary>
    public IReadOnlyList<DetectionRecord> Reference { get; private set; } = [];

    /// <summary>Runs the float model over pictures spread evenly over the set.</summary>
    /// <param name="factory">Opens the models.</param>
    /// <param name="floatModel">What the others shall agree with.</param>
    /// <param name="set">The pictures.</param>
    /// <param name="pictures">How many of them at most.</param>
    /// <param name="score">Least score of the float model's detections, above 0, at most 1.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="FaultException">The float model does not run.</exception>
    public static async Task<FloatAgreement> CreateAsync(
        DetectorFactory factory, VerifiedModel floatModel, CalibrationSet set, int pictures, float score, CancellationToken cancellation)
    {
        var measure = new FloatAgreement(factory, set, Math.Min(pictures, set.Count), score);
        measure.Reference = await measure.DetectAsync(floatModel, score, cancellation).ConfigureAwait(false);
        return measure;
    }

    /// <summary>Harmonic mean of precision and recall at IoU .5 and the same least score.</summary>
    /// <returns>0..1; 1 when neither finds anything.</returns>
    public async Task<double> F1Async(VerifiedModel model, CancellationToken cancellation) =>
        AgreementMetrics.Compare(Reference, await DetectAsync(model, _score, cancellation).ConfigureAwait(false)).F1;

    /// <summary>
    /// COCO average precision with the float model's detections as the truth: scores and edges count too, so it moves evenly where
    /// F1 jumps, and it ranks ways to quantize much as AP on labels does.
    /// </summary>
    /// <returns>0..1; 1 when the float model found nothing.</returns>
    public async Task<double> ApAsync(VerifiedModel model, CancellationToken cancellation)
    {
        _truth ??= Truth(model.Manifest.Classes.Count);
        var found = await DetectAsync(model, Least, cancellation).ConfigureAwait(false);
        return Reference.Count == 0 ? 1 : Math.Max(0, CocoEvaluator.Evaluate(_truth, found, new CocoEvaluationOptions()).Ap);
    }

    private CocoGroundTruth Truth(int classes) => new(
        [.. Enumerable.Range(0, _pictures).Select(static id => new CocoImage(id, "", 0, 0))],
        [.. Enumerable.Range(0, classes).Select(static id => new CocoCategory(id, $"class {id}"))],
        [.. Reference.Select(static one => new CocoAnnotation(one.ImageId, one.CategoryId, one.X, one.Y, one.W, one.H, one.W * one.H))]);

    private async Task<List<DetectionRecord>> DetectAsync(VerifiedModel model, float score, CancellationToken cancellation)
    {
        using var detector = _factory.Open(model, new DetectorOptions { Threads = Environment.ProcessorCount, Score = score, Slots = 1 });
        var oneFrame = new OneFrame(detector);
        var found = new List<DetectionRecord>();
        var number = 0;
        foreach (var picture in _set.Spread(_pictures, cancellation))
        {
            var detections = await oneFrame.DetectAsync(picture.Format, picture.Pixels.ToArray()).ConfigureAwait(false);
            foreach (var detection in detections.Items)
            {
                found.Add(DetectionRecord.Of(number, detection.ClassId, detection.Box, picture.Format.Size, detection.Score));
            }

            number++;
        }

        return found;
    }
}
