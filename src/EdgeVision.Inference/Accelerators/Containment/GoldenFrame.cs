using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>
/// The self-test of one model: a fixed picture that the reference (the CPU) answers once and every other accelerator after each
/// start. Each detection of one must be among the other's candidates of its class, with an overlap of at least
/// <see cref="LeastIou"/> and a score at most <see cref="MostScoreGap"/> away. Where the reference finds nothing, the raw outputs
/// are compared.
/// </summary>
public sealed class GoldenFrame
{
    public const float LeastIou = 0.9f;

    public const float MostScoreGap = 0.05f;

    /// <summary>Greatest root mean square difference of an output, as a share of its spread, where no detection can be compared.</summary>
    public const double MostOutputError = 0.1;

    private readonly IDecoder _decoder;
    private readonly ModelInput _input;
    private readonly TensorWriter _writer;
    private readonly ImageTransform _transform;
    private readonly float _minScore;
    private readonly Nms _nms;
    private readonly float _maxOverlap;
    private readonly byte[] _pixels = GoldenPicture.Read();
    private GoldenAnswer? _reference;

    /// <param name="manifest">The model's.</param>
    public GoldenFrame(ModelManifest manifest)
    {
        _decoder = manifest.Decoder.Create(manifest.Input.Size, manifest.Classes.Count);
        _input = manifest.Input;
        _writer = new TensorWriter(manifest.Input.Format());
        _transform = manifest.Input.TransformOf(GoldenPicture.Format.Size, Box.Full);
        _minScore = manifest.Score;
        _nms = new Nms(_decoder.MaxCandidates, manifest.Classes.Count);
        _maxOverlap = _decoder.IsSuppressed ? 1 : manifest.Nms;
    }

    /// <summary>Writes the picture into a slot's input. One thread at a time, as all of this.</summary>
    public void WriteTo(NativeTensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var frame = new Frame(GoldenPicture.Format, default, _pixels);
        if (_input.Type == TensorElement.UInt8)
        {
            _writer.Write(frame, _transform, input.Bytes);
        }
        else
        {
            _writer.Write(frame, _transform, input.AsFloats());
        }
    }

    /// <summary>Keeps the reference's answer; the number of detections in it.</summary>
    public int Learn(ITensorOutputs reference)
    {
        _reference = Read(reference);
        return _reference.Detections.Count(IsWanted);
    }

    /// <summary>Compares an accelerator's answer with the reference's.</summary>
    /// <exception cref="InvalidOperationException">The reference's is not known yet.</exception>
    public GoldenVerdict Compare(ITensorOutputs outputs)
    {
        var reference = _reference ?? throw new InvalidOperationException("the reference has not answered the golden frame yet");
        var answer = Read(outputs);
        var expected = reference.Detections.Where(IsWanted).ToList();
        var matches = expected.Select(one => BestMatch(one, answer.Candidates)).OfType<(float Iou, float Gap)>().ToList();

        // One that just passes here may just fail there, so only what passes clearly is extra.
        var extra = answer.Detections.Count(
            one => one.Score >= _minScore + MostScoreGap && BestMatch(one, reference.Candidates) is null);
        var error = reference.Outputs.Zip(answer.Outputs).Max(pair => OutputError(pair.First, pair.Second));
        var passed = expected.Count == 0 ? extra == 0 && error <= MostOutputError : matches.Count == expected.Count && extra == 0;
        return new GoldenVerdict(
            passed, expected.Count, matches.Count, extra, matches.Select(match => match.Iou).DefaultIfEmpty(1).Min(),
            matches.Select(match => match.Gap).DefaultIfEmpty(0).Max(), error);
    }

    private bool IsWanted(Detection detection) => detection.Score >= _minScore;

    private GoldenAnswer Read(ITensorOutputs outputs)
    {
        var candidates = new CandidateList(_decoder.MaxCandidates);
        _decoder.Decode(outputs, Math.Max(_minScore - MostScoreGap, 0.001f), candidates);
        var detections = new DetectionSet();
        _nms.Select(candidates, _maxOverlap, _transform, detections);
        var all = new Detection[candidates.Count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = new Detection(_transform.ToPicture(candidates.Boxes[i]), candidates.Classes[i], candidates.Scores[i]);
        }

        return new GoldenAnswer(all, detections.Items.ToArray(), [.. _decoder.Outputs.Select((_, i) => outputs.Floats(i).ToArray())]);
    }

    /// <summary>The nearest score among those that lie where it lies; null when none passes.</summary>
    private static (float Iou, float Gap)? BestMatch(Detection wanted, IReadOnlyList<Detection> among) => among
        .Where(one => one.ClassId == wanted.ClassId)
        .Select(one => (Iou: Box.Iou(one.Box, wanted.Box), Gap: Math.Abs(one.Score - wanted.Score)))
        .Where(match => match.Iou >= LeastIou && match.Gap <= MostScoreGap)
        .OrderBy(match => match.Gap)
        .Select(match => ((float, float)?)match)
        .FirstOrDefault();

    /// <summary>Infinite for another length or a NaN.</summary>
    private static double OutputError(float[] reference, float[] answer)
    {
        if (reference.Length != answer.Length || reference.Length == 0)
        {
            return reference.Length == answer.Length ? 0 : double.PositiveInfinity;
        }

        // Where the reference itself gives no number there is nothing to compare.
        var pairs = reference.Zip(answer).Where(pair => float.IsFinite(pair.First)).ToList();
        var mean = pairs.Select(pair => (double)pair.First).DefaultIfEmpty().Average();
        var spread = Math.Sqrt(pairs.Select(pair => Math.Pow(pair.First - mean, 2)).DefaultIfEmpty().Average());
        var error = Math.Sqrt(pairs.Select(pair => Math.Pow((double)pair.First - pair.Second, 2)).DefaultIfEmpty().Average());

        // A constant output has no spread: a thousandth of its level stands in.
        var unit = Math.Max(spread, Math.Max(Math.Abs(mean) * 1e-3, 1e-6));
        return double.IsNaN(error) ? double.PositiveInfinity : error / unit;
    }
}
