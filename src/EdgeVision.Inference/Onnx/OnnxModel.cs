namespace EdgeVision.Inference.Onnx;

/// <summary>A model: ModelProto.</summary>
public sealed class OnnxModel : OnnxMessage
{
    public long IrVersion { get; set; }

    public string ProducerName { get; set; } = "";

    public string ProducerVersion { get; set; } = "";

    public string Domain { get; set; } = "";

    public long Version { get; set; }

    public string Description { get; set; } = "";

    public OnnxGraph Graph { get; set; } = new();

    /// <summary>The operator sets that its nodes come from, one for each domain.</summary>
    public IList<OnnxOpset> Opsets { get; } = [];

    /// <summary>Keys and values that tools left in it.</summary>
    public IList<KeyValuePair<string, string>> Metadata { get; } = [];
}
