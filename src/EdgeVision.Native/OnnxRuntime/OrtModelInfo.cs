namespace EdgeVision.Native.OnnxRuntime;

/// <summary>What a model file says about itself. Any of it may be empty: exporters are free to leave it out.</summary>
/// <param name="Producer">The program that wrote the file.</param>
/// <param name="Graph">The graph's name.</param>
/// <param name="Description">The model's doc string.</param>
/// <param name="Version">The model's own version number, 0 when not set.</param>
/// <param name="Properties">Custom metadata, such as an exporter's class names.</param>
public sealed record OrtModelInfo(
    string Producer, string Graph, string Description, long Version, IReadOnlyDictionary<string, string> Properties);
