using EdgeVision.Core.Faults;
using EdgeVision.Inference;
using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Evaluation;
using EdgeVision.ModelTools.Quantization.Calibration;

namespace EdgeVision.ModelTools.Quantization.Accuracy;

/// <summary>F1 of a model's detections against the float model's, at IoU .5. It needs no labels.</summary>
public sealed class FloatAgreement : IAccuracyMeasure
{
    private readonly DetectorFactory _factory;
    private readonly CalibrationSet _set;
    private readonly int _pictures;
    private readonly float _score;

    private FloatAgreement(DetectorFactory factory, CalibrationSet set, int pictures, float score)
    {
        (_factory, _set, _pictures, _score) = (factory, set, pictures, score);
    }

    public string Name => $"F1 against the float model's {Reference.Count} detections on {_pictures} pictures";

    /// <summary>What the float model found.</summary>
    public IReadOnlyList<DetectionRecord> Reference { get; private set; } = [];

    /// <summary>Runs the float model over pictures spread evenly over the set.</summary>
    /// <param name="factory">Opens the models.</param>
    /// <param name="floatModel">What the others shall agree with.</param>
    /// <param name="set">The pictures.</param>
    /// <param name="pictures">How many of them at most.</param>
    /// <param name="score">Least score of a detection, above 0, at most 1.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="FaultException">The float model does not run.</exception>
    public static async Task<FloatAgreement> CreateAsync(
        DetectorFactory factory, VerifiedModel floatModel, CalibrationSet set, int pictures, float score, CancellationToken cancellation)
    {
        var measure = new FloatAgreement(factory, set, Math.Min(pictures, set.Count), score);
        measure.Reference = await measure.DetectAsync(floatModel, null, cancellation).ConfigureAwait(false);
        return measure;
    }

    /// <returns>0..1; 1 when neither finds anything.</returns>
    /// <inheritdoc/>
    public async Task<double> MeasureAsync(VerifiedModel model, IProgress<int>? progress, CancellationToken cancellation) =>
        AgreementMetrics.Compare(Reference, await DetectAsync(model, progress, cancellation).ConfigureAwait(false)).F1;

    private async Task<List<DetectionRecord>> DetectAsync(VerifiedModel model, IProgress<int>? progress, CancellationToken cancellation)
    {
        using var detector = _factory.Open(model, new DetectorOptions { Threads = Environment.ProcessorCount, Score = _score, Slots = 1 });
        var oneFrame = new OneFrame(detector);
        var found = new List<DetectionRecord>();
        var (seen, used) = (0, 0);
        foreach (var picture in _set.Read(cancellation))
        {
            // Evenly spread: the next picture is used when its share of the set has been passed.
            if (used < _pictures && (long)seen++ * _pictures >= (long)used * _set.Count)
            {
                var detections = await oneFrame.DetectAsync(picture.Format, picture.Pixels.ToArray()).ConfigureAwait(false);
                foreach (var detection in detections.Items)
                {
                    var box = detection.Box;
                    found.Add(new DetectionRecord(used, detection.ClassId, box.X, box.Y, box.Width, box.Height, detection.Score));
                }

                progress?.Report(++used);
            }
        }

        return found;
    }
}
