using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Core.Operating;
using EdgeVision.Core.Ports;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Accelerators;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;

namespace EdgeVision.Inference;

/// <summary>A model's way from frame to boxes: the frame is written straight into the accelerator's input, and the outputs are decoded where they lie.</summary>
public sealed class Detector : IDetector
{
    private readonly ModelInput _input;
    private readonly IAccelerator _accelerator;
    private readonly IDecoder _decoder;
    private readonly TensorWriter _writer;
    private readonly ImageTransform[] _transforms;
    private readonly CandidateList _candidates;
    private readonly Nms _nms;
    private readonly float _minScore;
    private readonly float _maxOverlap;
    private readonly Func<int, OperatingPoint>? _pointOf;

    /// <param name="manifest">The model's.</param>
    /// <param name="decoder">Reads the accelerator's outputs.</param>
    /// <param name="accelerator">Has the model loaded; disposed with this.</param>
    /// <param name="point">What all that is called.</param>
    /// <param name="options">Thresholds.</param>
    /// <param name="pointOf">By slot, what its outputs are from; null when that is always the point.</param>
    public Detector(
        ModelManifest manifest, IDecoder decoder, IAccelerator accelerator, OperatingPoint point, DetectorOptions options,
        Func<int, OperatingPoint>? pointOf = null)
    {
        _pointOf = pointOf;
        _input = manifest.Input;
        _accelerator = accelerator;
        _decoder = decoder;
        _writer = new TensorWriter(manifest.Input.Format());
        _transforms = new ImageTransform[accelerator.Slots];
        _candidates = new CandidateList(decoder.MaxCandidates);
        _nms = new Nms(decoder.MaxCandidates, manifest.Classes.Count, options.ClipBoxes);
        _minScore = options.Score ?? manifest.Score;
        _maxOverlap = decoder.IsSuppressed ? 1 : options.Nms ?? manifest.Nms;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(_minScore);
        ArgumentOutOfRangeException.ThrowIfNegative(_maxOverlap);
        Point = point;
        Labels = manifest.Classes;
    }

    public OperatingPoint Point { get; }

    public LabelSet Labels { get; }

    /// <summary>Least score of a detection, above 0, up to 1.</summary>
    public float MinScore => _minScore;

    public int Slots => _accelerator.Slots;

    /// <inheritdoc/>
    /// <remarks>The whole picture is looked at, whatever the regions.</remarks>
    public void Prepare(int slot, Frame frame, ReadOnlySpan<Box> regions)
    {
        var transform = _input.TransformOf(frame.Format.Size, Box.Full);
        _transforms[slot] = transform;
        var tensor = _accelerator.Input(slot);
        if (_input.Type == TensorElement.UInt8)
        {
            _writer.Write(frame, transform, tensor.Bytes);
        }
        else
        {
            _writer.Write(frame, transform, tensor.AsFloats());
        }
    }

    public ValueTask<InferenceOutcome> Submit(int slot) => _accelerator.Submit(slot);

    public void Decode(int slot, DetectionSet into)
    {
        _candidates.Clear();
        _decoder.Decode(_accelerator.Outputs(slot), _minScore, _candidates);
        _nms.Select(_candidates, _maxOverlap, _transforms[slot], into);
    }

    public OperatingPoint PointOf(int slot) => _pointOf?.Invoke(slot) ?? Point;

    public void Dispose() => _accelerator.Dispose();
}
