using EdgeVision.Inference.Models;

namespace EdgeVision.Inference.Accelerators.Catalogue;

/// <summary>An execution provider of ONNX Runtime: what it is called, where it lies, what it serves and how it is set.</summary>
public sealed record ProviderEntry
{
    /// <summary>The short name, as a device file writes it: OpenVINO. The generic call knows it by this name too.</summary>
    public required string Name { get; init; }

    /// <summary>ONNX Runtime's own name: OpenVINOExecutionProvider.</summary>
    public required string OrtName { get; init; }

    public ProviderWay Way { get; init; } = ProviderWay.Table;

    public ProviderPlace Place { get; init; }

    /// <summary>File names of the provider's own libraries; for a compiled one, the plug-in library where its vendor ships one.</summary>
    public IReadOnlyList<string> Libraries { get; init; } = [];

    /// <summary>What else must be installed: drivers and the vendor's runtime.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The systems it is built for, as .NET's runtime identifiers: linux-x64, linux-arm64, win-x64…</summary>
    public required IReadOnlyList<string> Platforms { get; init; }

    /// <summary>Number types that it computes in.</summary>
    public required IReadOnlyList<ModelPrecision> Precisions { get; init; }

    /// <summary>The device classes it drives.</summary>
    public required IReadOnlyList<ProviderTarget> Serves { get; init; }

    public IReadOnlyList<ProviderOption> Options { get; init; } = [];

    /// <summary>How what it compiled can be kept from one load to the next.</summary>
    public CompiledForm Compiled { get; init; }

    /// <summary>The options by which it keeps files of its own; {folder} stands for the folder to keep them in.</summary>
    public IReadOnlyDictionary<string, string> CompiledOptions { get; init; } = new Dictionary<string, string>();

    /// <summary>How a machine comes by it.</summary>
    public required string Step { get; init; }

    /// <summary>What is worth knowing: a limit, an end of support. Empty when there is nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Where these facts come from.</summary>
    public required string Source { get; init; }

    public override string ToString() => Name;
}
