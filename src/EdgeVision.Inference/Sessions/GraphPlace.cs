namespace EdgeVision.Inference.Sessions;

/// <summary>Where in a graph something went wrong.</summary>
/// <param name="Operator">The operator's type, such as "Resize"; null when it is not known.</param>
/// <param name="Node">The node's name; null when it is not known.</param>
public sealed record GraphPlace(string? Operator, string? Node)
{
    public override string ToString() => (Operator, Node) switch
    {
        ({ } type, { } name) => $"operator {type} at node {name}",
        ({ } type, null) => $"operator {type}",
        (null, { } name) => $"node {name}",
        _ => "",
    };
}
