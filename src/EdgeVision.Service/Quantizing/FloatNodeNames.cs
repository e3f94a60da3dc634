using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Quantizing;

/// <summary>The nodes that a person wants to keep in float are the model's.</summary>
public static class FloatNodeNames
{
    /// <exception cref="FormatException">A name that no node has: it would change nothing, without a word.</exception>
    public static void Check(VerifiedModel model, IReadOnlyList<string> wanted)
    {
        if (wanted.Count == 0)
        {
            return;
        }

        var names = OnnxReader.Read(model.Bytes).Graph.Nodes.Select(node => node.Name).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        if (wanted.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
        {
            throw new FormatException(
                $"--float-nodes: {model.Manifest.Name} has no node '{unknown}'{Spelling.Suggest(unknown, names)}; the report lists the names");
        }
    }
}
