using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Models;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>A model's input tensor, filled with pictures just as the detector fills it.</summary>
internal sealed class PictureInput : IDisposable
{
    private readonly ModelInput _input;
    private readonly TensorWriter _writer;

    public PictureInput(OrtLibrary library, ModelInput input)
    {
        _input = input;
        _writer = new TensorWriter(input.Format());
        var type = input.Type == TensorElement.UInt8 ? TensorElementType.UInt8 : TensorElementType.Float32;
        Tensor = NativeTensor.Allocate(library, type, input.Shape());
    }

    public NativeTensor Tensor { get; }

    public void Write(CalibrationFrame picture)
    {
        var frame = new Frame(picture.Format, default, picture.Pixels.Span);
        var transform = _input.TransformOf(picture.Format.Size, Box.Full);
        if (_input.Type == TensorElement.UInt8)
        {
            _writer.Write(frame, transform, Tensor.Bytes);
        }
        else
        {
            _writer.Write(frame, transform, Tensor.AsFloats());
        }
    }

    public void Dispose() => Tensor.Dispose();
}
