using System.Text;
using System.Text.RegularExpressions;
using EdgeVision.Core.Frames;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Onnx;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Models;

/// <summary>
/// The start of a manifest for a model that has none: what the file itself says, a guess at the outputs' layout, and marks
/// where a person must know.
/// </summary>
internal sealed partial class ManifestSkeleton
{
    // Where a model leaves its size open; most exports are made for it.
    private static readonly PictureSize UsualSize = new(640, 640);

    private readonly OnnxModel _model;
    private readonly OnnxValueInfo? _input;
    private readonly long[] _shape;

    private ManifestSkeleton(OnnxModel model)
    {
        _model = model;
        var constants = model.Graph.Initializers.Select(tensor => tensor.Name).ToHashSet();
        _input = model.Graph.Inputs.FirstOrDefault(one => !constants.Contains(one.Name) && Shape(one).Length == 4);
        _shape = _input is null ? [] : Shape(_input);
    }

    private bool IsNhwc => _shape is [_, _, _, 3] && _shape[1] != 3;

    private PictureSize Size => (IsNhwc ? _shape[1..3] : _shape is { Length: 4 } ? _shape[2..4] : []) is [> 0 and < 16384 and var height, > 0 and < 16384 and var width]
        ? new PictureSize((int)width, (int)height)
        : UsualSize;

    /// <summary>The layout that the outputs look like; null when they look like none.</summary>
    private string? Guess => DecoderChoice.Suggest(Size, [.. _model.Graph.Outputs.Select(Info)]);

    /// <summary>What to say of a file that no manifest describes.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="bytes">Its content.</param>
    /// <returns>What its outputs look like, and the manifest to start from, empty for one without a picture input.</returns>
    /// <exception cref="OnnxRefusedException">It is no usable ONNX.</exception>
    public static (string Outputs, string Manifest) Of(string file, ReadOnlyMemory<byte> bytes)
    {
        var skeleton = new ManifestSkeleton(OnnxReader.Read(bytes));
        return skeleton._input is null
            ? ("it has no picture input [1, 3, height, width] or [1, height, width, 3]", "")
            : (skeleton.Guess is { } guess ? $"its outputs look like {guess}" : "its outputs look like no layout that is known here", skeleton.Write(file, bytes));
    }

    private string Write(string file, ReadOnlyMemory<byte> bytes)
    {
        var text = new StringBuilder();
        text.Append($"name: {NameOf(file)}\nfile: {file}\nsha256: {ModelVerification.Hash(bytes.Span)}\nsize: {bytes.Length}\n");
        text.Append($"licence: unknown # of the weights, as an SPDX identifier\nprecision: {Precision()}\n");
        text.Append($"input:\n  name: {Quote(_input!.Name)}\n  size: {Size}{(Size == UsualSize ? " # as exported" : "")}\n");
        text.Append($"  layout: {(IsNhwc ? "nhwc" : "nchw")}\n  type: {(_input.Type!.ElementType == OnnxDataType.UInt8 ? "uint8" : "float32")}\n");
        text.Append("  color: rgb # or bgr, as it was trained\n  mean: 0 # these three too, see docs/formats/model-yaml.md\n  std: 255\n  resize: letterbox\n");
        text.Append("decoder:\n");
        var guess = Guess ?? "layout: ? (one of those in docs/formats/model-yaml.md)";
        var note = guess.IndexOf(" (", StringComparison.Ordinal) is > 0 and var at ? guess[at..] : "";
        foreach (var key in BetweenKeys().Split(guess[..^note.Length]))
        {
            text.Append($"  {key}\n");
        }

        if (_model.Graph.Outputs is [var only])
        {
            text.Append($"  output: {Quote(only.Name)}\n");
        }

        return text.Append($"labels: labels.txt # class names, one a line{note}\n").ToString();
    }

    private string Precision() =>
        _model.Graph.Nodes.Any(node => node.OpType is "DequantizeLinear" or "QLinearConv" or "ConvInteger" or "MatMulInteger") ? "int8"
        : _model.Graph.Initializers.Any(tensor => tensor.Type == OnnxDataType.Float16) ? "fp16"
        : "fp32";

    private static TensorInfo Info(OnnxValueInfo value)
    {
        var shape = Shape(value);
        return new TensorInfo(value.Name, TensorElementType.Float32, shape, [.. shape.Select(_ => "")]);
    }

    private static long[] Shape(OnnxValueInfo value) => [.. (value.Type?.Shape ?? []).Select(dimension => dimension.Size ?? -1)];

    private static string NameOf(string file)
    {
        var name = NoName().Replace(Path.GetFileNameWithoutExtension(file).ToLowerInvariant(), "-").Trim('-', '.');
        return name.Length == 0 ? "model" : name[..Math.Min(name.Length, 64)];
    }

    private static string Quote(string name) => PlainName().IsMatch(name) ? name : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex("[^a-z0-9.-]+")]
    private static partial Regex NoName();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_./:-]*$")]
    private static partial Regex PlainName();

    /// <summary>Commas inside a list separate no keys.</summary>
    [GeneratedRegex(", (?=[a-z_]+: )")]
    private static partial Regex BetweenKeys();
}
