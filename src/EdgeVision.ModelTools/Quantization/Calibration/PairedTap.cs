using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>Runs a float model and another form of it on the same pictures and shows tensors of both side by side.</summary>
internal sealed class PairedTap : IDisposable
{
    private readonly PictureInput _picture;
    private readonly PictureInput _otherPicture;
    private readonly IReadOnlyList<IReadOnlyList<string>> _groups;
    private readonly IReadOnlyDictionary<string, string> _otherNames;
    private readonly TensorTap _tap;
    private readonly TensorTap _other;

    /// <param name="library">ONNX Runtime.</param>
    /// <param name="model">The float model.</param>
    /// <param name="input">Its input.</param>
    /// <param name="other">The other form.</param>
    /// <param name="otherInput">The other's input.</param>
    /// <param name="otherNames">The other's float tensor by the float model's, of the same shape.</param>
    /// <param name="options">Limits; the two models share them.</param>
    public PairedTap(
        OrtLibrary library, PreparedModel model, ModelInput input, OnnxModel other, ModelInput otherInput,
        IReadOnlyDictionary<string, string> otherNames, TapOptions options)
    {
        _otherNames = otherNames;
        _groups = TapGroups.Of(model.Facts, otherNames.Keys, options.LimitBytes / 2);
        var otherGroups = _groups.Select(group => (IReadOnlyList<string>)[.. group.Select(name => otherNames[name]).Distinct(StringComparer.Ordinal)]);
        _picture = new PictureInput(library, input);
        _otherPicture = new PictureInput(library, otherInput);
        _tap = new TensorTap(library, model.Graph.Model, _groups, _picture.Tensor, options.Threads);
        _other = new TensorTap(library, other, [.. otherGroups], _otherPicture.Tensor, options.Threads);
    }

    /// <summary>Runs both on one picture.</summary>
    public void Run(CalibrationFrame frame, PairReader reader, CancellationToken cancel)
    {
        _picture.Write(frame);
        _otherPicture.Write(frame);
        for (var group = 0; group < _groups.Count; group++)
        {
            cancel.ThrowIfCancellationRequested();
            using var values = _tap.Run(group);
            using var others = _other.Run(group);
            foreach (var tensor in _groups[group])
            {
                reader(tensor, values.Of(tensor), others.Of(_otherNames[tensor]));
            }
        }
    }

    public void Dispose()
    {
        _other.Dispose();
        _tap.Dispose();
        _otherPicture.Dispose();
        _picture.Dispose();
    }
}
