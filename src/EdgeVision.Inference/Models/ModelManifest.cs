using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EdgeVision.Core.Detections;
using EdgeVision.Inference.Decoding;

namespace EdgeVision.Inference.Models;

/// <summary>Everything needed to use one model file: <c>models/NAME/model.yaml</c>.</summary>
public sealed record ModelManifest
{
    /// <summary>The model's name, that of its folder.</summary>
    [RegularExpression(NamePattern, ErrorMessage = NameRule)]
    public required string Name { get; init; }

    /// <summary>What it finds and what it is good for, one line.</summary>
    public string Description { get; init; } = "";

    /// <summary>Name of the model file, without folders.</summary>
    [RegularExpression("[A-Za-z0-9][A-Za-z0-9._-]{0,127}", ErrorMessage = "write a file name without folders")]
    public required string File { get; init; }

    /// <summary>SHA-256 of the file in lower-case hex.</summary>
    [RegularExpression(HashPattern, ErrorMessage = HashRule)]
    public required string Sha256 { get; init; }

    /// <summary>Size of the file in bytes.</summary>
    [Range(1L, MaxSize)]
    public required long Size { get; init; }

    /// <summary>Where exactly this file can be fetched; left out when no official place is proved to have it.</summary>
    [RegularExpression("https?://[!-~]{1,1000}", ErrorMessage = "write an http or https address")]
    public string? Source { get; init; }

    /// <summary>The licence of the weights, as an SPDX identifier.</summary>
    public required string Licence { get; init; }

    /// <summary>What the weights are computed in.</summary>
    public required ModelPrecision Precision { get; init; }

    /// <summary>The float model this one was quantized from; left out when it is none, or not known.</summary>
    public ModelParent? Parent { get; init; }

    /// <summary>The picture input.</summary>
    public required ModelInput Input { get; init; }

    /// <summary>The layout of the outputs.</summary>
    public required DecoderOptions Decoder { get; init; }

    /// <summary>File of class names, one a line in the model's order, relative to the manifest.</summary>
    public required string Labels { get; init; }

    /// <summary>SHA-256 of the labels file in lower-case hex; a signature needs it, since it covers the manifest alone.</summary>
    [RegularExpression(HashPattern, ErrorMessage = HashRule)]
    public string? LabelsSha256 { get; init; }

    /// <summary>Least score of a detection.</summary>
    [Range(0d, 1d, MinimumIsExclusive = true)]
    public float Score { get; init; } = 0.35f;

    /// <summary>Greatest intersection over union of two detections of one class; without effect where <see cref="IDecoder.IsSuppressed"/>.</summary>
    [Range(0d, 1d)]
    public float Nms { get; init; } = 0.45f;

    /// <summary>Path of the manifest.</summary>
    [JsonIgnore]
    public string Path { get; init; } = "";

    /// <summary>The class names that <see cref="Labels"/> holds.</summary>
    [JsonIgnore]
    public LabelSet Classes { get; init; } = new([]);

    /// <summary>The folder the manifest lies in.</summary>
    [JsonIgnore]
    public string Folder => System.IO.Path.GetDirectoryName(Path) ?? "";

    /// <summary>The very bytes it was read from; empty when it was not read.</summary>
    internal ReadOnlyMemory<byte> Original { get; init; }

    /// <summary>The very bytes that <see cref="Classes"/> were read from.</summary>
    internal ReadOnlyMemory<byte> LabelsBytes { get; init; }

    internal const string NamePattern = "[a-z0-9][a-z0-9.-]{0,63}";

    internal const string NameRule = "use small letters, digits, '-' and '.'";

    internal const string HashPattern = "[0-9a-f]{64}";

    internal const string HashRule = "write the 64 lower-case hex digits that sha256sum prints";

    internal const long MaxSize = 1L << 30;
}
