using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>Runs a float model and another form of it on the same pictures and shows a group of tensors of both side by side.</summary>
internal sealed class PairedTap : IDisposable
{
    private readonly PictureInput _picture;
    private readonly PictureInput _otherPicture;
    private readonly IReadOnlyList<string> _tensors;
    private readonly IReadOnlyDictionary<string, string> _otherNames;
    private readonly TensorTap _tap;
    private readonly TensorTap _other;

    /// <param name="library">ONNX Runtime.</param>
    /// <param name="model">The float model.</param>
    /// <param name="input">Its input.</param>
    /// <param name="other">The other form.</param>
    /// <param name="otherInput">The other's input.</param>
    /// <param name="tensors">The group, by the float model's names.</param>
    /// <param name="otherNames">The other's float tensor by the float model's, of the same shape.</param>
    /// <param name="threads">Inside one operator.</param>
    public PairedTap(
        OrtLibrary library, PreparedModel model, ModelInput input, OnnxModel other, ModelInput otherInput,
        IReadOnlyList<string> tensors, IReadOnlyDictionary<string, string> otherNames, int threads)
    {
        _tensors = tensors;
        _otherNames = otherNames;
        IReadOnlyList<string> others = [.. tensors.Select(name => otherNames[name]).Distinct(StringComparer.Ordinal)];
        _picture = new PictureInput(library, input);
        _otherPicture = new PictureInput(library, otherInput);
        _tap = new TensorTap(library, model.Graph.Model, [tensors], _picture.Tensor, threads);
        _other = new TensorTap(library, other, [others], _otherPicture.Tensor, threads);
    }

    /// <summary>Runs both on one picture.</summary>
    public void Run(CalibrationFrame frame, PairReader reader)
    {
        _picture.Write(frame);
        _otherPicture.Write(frame);
        using var values = _tap.Run(0);
        using var others = _other.Run(0);
        foreach (var tensor in _tensors)
        {
            reader(tensor, values.Of(tensor), others.Of(_otherNames[tensor]));
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
