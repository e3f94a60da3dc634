using EdgeVision.Inference.Onnx;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Accelerators.Placement;

/// <summary>
/// Providers by operator and node name. Names need be neither there nor unique: where equal ones run on different
/// providers there is no telling them apart.
/// </summary>
internal sealed class NodeProviders
{
    private readonly Dictionary<(string Operator, string Name), string?> _known = [];

    public NodeProviders(OrtPlacement shares)
    {
        foreach (var part in shares.Parts)
        {
            foreach (var node in part.Nodes)
            {
                var key = (node.Operator, node.Name);
                _known[key] = _known.GetValueOrDefault(key, part.Provider) == part.Provider ? part.Provider : null;
            }
        }
    }

    public string? Of(OnnxNode node) => _known.GetValueOrDefault((node.OpType, node.Name));
}
