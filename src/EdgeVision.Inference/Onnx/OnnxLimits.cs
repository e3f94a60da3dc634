namespace EdgeVision.Inference.Onnx;

/// <summary>
/// What a model may ask of the reader. The defaults hold every detector known to run on an edge device with room to
/// spare; each count is for the whole model, subgraphs included, unless it says else.
/// </summary>
public sealed record OnnxLimits
{
    /// <summary>The defaults.</summary>
    public static OnnxLimits Default { get; } = new();

    /// <summary>Bytes of the file; the format itself ends at 2 GiB.</summary>
    public int FileBytes { get; init; } = 1 << 30;

    /// <summary>Messages within messages; a subgraph is three of them (graph, node, attribute). ONNX Runtime's own end is 100.</summary>
    public int Depth { get; init; } = 64;

    public int Nodes { get; init; } = 100_000;

    /// <summary>Initializers, and tensors in attributes.</summary>
    public int Tensors { get; init; } = 100_000;

    /// <summary>Graph inputs, graph outputs and value infos.</summary>
    public int Values { get; init; } = 200_000;

    public int Attributes { get; init; } = 1_000_000;

    /// <summary>Inputs or outputs of one node, or attributes of one node.</summary>
    public int EntriesPerNode { get; init; } = 4096;

    /// <summary>Numbers or strings in one attribute.</summary>
    public int EntriesPerAttribute { get; init; } = 1 << 20;

    /// <summary>UTF-8 bytes of a name.</summary>
    public int NameBytes { get; init; } = 1024;

    /// <summary>UTF-8 bytes of a text for people, a metadata value or a string attribute.</summary>
    public int TextBytes { get; init; } = 1 << 20;

    /// <summary>Imported operator sets, and metadata entries.</summary>
    public int Entries { get; init; } = 4096;

    /// <summary>Dimensions of one tensor.</summary>
    public int Dimensions { get; init; } = 32;

    /// <summary>Elements of one tensor or declared value.</summary>
    public long Elements { get; init; } = int.MaxValue;

    /// <summary>Bytes that may come from files beside the model.</summary>
    public long ExternalBytes { get; init; } = 1L << 30;

    /// <summary>Managed memory for the model's structure, in bytes per byte of the file; its data stay slices of the file.</summary>
    public int MemoryFactor { get; init; } = 8;

    /// <summary>Managed memory that any model may use beyond that, in bytes.</summary>
    public int MemoryBase { get; init; } = 640 << 10;

    /// <summary>Operator domains whose nodes are let through; "ai.onnx" is the same as "".</summary>
    public IReadOnlyList<string> Domains { get; init; } = ["", "ai.onnx", "ai.onnx.ml", "com.microsoft"];
}
