using EdgeVision.Inference.Onnx.Graphs;
using EdgeVision.Inference.Onnx.Reading;

namespace EdgeVision.Inference.Onnx;

/// <summary>
/// Reads the subset of ONNX in docs/formats/onnx-subset.md, in time and memory bounded by the file's size. What it
/// lets through has sound names, shapes and data; whether its operators exist is ONNX Runtime's to say.
/// </summary>
public static class OnnxReader
{
    /// <summary>Reads a model that is one file; data in other files are refused.</summary>
    /// <param name="file">The file's bytes; the model's data are slices of it, so it must stay as it is.</param>
    /// <param name="limits">Null for the defaults.</param>
    /// <exception cref="OnnxRefusedException">It is refused.</exception>
    public static OnnxModel Read(ReadOnlyMemory<byte> file, OnnxLimits? limits = null) =>
        Read(file, limits ?? OnnxLimits.Default, NoExternalData.Instance);

    /// <summary>Null when the bytes are a model of the subset.</summary>
    public static OnnxRefusal? Check(ReadOnlyMemory<byte> file, OnnxLimits? limits = null)
    {
        try
        {
            Read(file, limits);
            return null;
        }
        catch (OnnxRefusedException refused)
        {
            return refused.Refusal;
        }
    }

    /// <summary>
    /// Reads a model file, and the plain files beside it that its tensors name. Their bytes become part of the model:
    /// written again, it is one file.
    /// </summary>
    /// <param name="path">The model.</param>
    /// <param name="limits">Null for the defaults.</param>
    /// <exception cref="OnnxRefusedException">It is refused.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static OnnxModel ReadFile(string path, OnnxLimits? limits = null)
    {
        limits ??= OnnxLimits.Default;
        var size = new FileInfo(path).Length;
        CheckSize(size, limits);
        using var beside = new FilesBeside(Path.GetDirectoryName(Path.GetFullPath(path))!, limits.ExternalBytes);
        return Read(File.ReadAllBytes(path), limits, beside);
    }

    private static OnnxModel Read(ReadOnlyMemory<byte> file, OnnxLimits limits, IExternalData external)
    {
        CheckSize(file.Length, limits);
        var session = new ReadSession(file, limits, external);
        var model = ModelFields.Read(session);
        GraphScope.Check(session, model);
        return model;
    }

    private static void CheckSize(long bytes, OnnxLimits limits)
    {
        if (bytes > limits.FileBytes)
        {
            throw new OnnxRefusedException(
                new OnnxRefusal(OnnxRefusalReason.TooLarge, "model", 0, $"it has {bytes} bytes, more than the {limits.FileBytes} allowed"));
        }
    }
}
