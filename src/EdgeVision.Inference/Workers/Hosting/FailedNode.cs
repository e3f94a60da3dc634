using System.Text.RegularExpressions;
using EdgeVision.Inference.Onnx;

namespace EdgeVision.Inference.Workers.Hosting;

/// <summary>The node that the words of ONNX Runtime, or of our own reader, name, as far as they do.</summary>
/// <param name="Name">The node's name, or null.</param>
/// <param name="Operator">Its operator, with the domain where that is not ONNX's own; or null.</param>
internal readonly partial record struct FailedNode(string? Name, string? Operator)
{
    /// <summary>The library has no such operator at all, on any provider.</summary>
    public bool IsUnknownOperator { get; private init; }

    public bool IsKnown => Name is not null || Operator is not null;

    /// <param name="words">The library's.</param>
    /// <param name="model">The model, in which a node is looked up whose operator alone is named; may be empty.</param>
    public static FailedNode In(string words, ReadOnlyMemory<byte> model)
    {
        if (Running().Match(words) is { Success: true } run)
        {
            return new FailedNode(NullIfEmpty(run.Groups["name"].Value), run.Groups["op"].Value);
        }

        if (NoKernel().Match(words) is { Success: true } kernel)
        {
            return new FailedNode(NullIfEmpty(kernel.Groups["name"].Value), kernel.Groups["op"].Value);
        }

        if (Refused().Match(words) is { Success: true } refused)
        {
            return new FailedNode(NullIfEmpty(refused.Groups["name"].Value), refused.Groups["op"].Value);
        }

        var unknown = InvalidNode().Match(words) is { Success: true } invalid ? invalid : NotRegistered().Match(words);
        if (!unknown.Success)
        {
            return default;
        }

        var name = NullIfEmpty(unknown.Groups["name"].Value) ?? Find(unknown.Groups["op"].Value, model);
        var domain = unknown.Groups["domain"].Value;
        return new FailedNode(name, domain.Length > 0 ? $"{domain}:{unknown.Groups["op"].Value}" : unknown.Groups["op"].Value)
        {
            IsUnknownOperator = unknown.Groups["none"].Success,
        };
    }

    /// <summary>" at Conv 'stem'", to go behind what failed; empty when nothing is known.</summary>
    public override string ToString() => (Operator, Name) switch
    {
        (null, null) => "",
        (null, _) => $" at node '{Name}'",
        (_, null) => $" at operator {Operator}",
        _ => $" at {Operator} '{Name}'",
    };

    private static string? Find(string type, ReadOnlyMemory<byte> model)
    {
        try
        {
            return model.IsEmpty ? null : NullIfEmpty(OnnxReader.Read(model).Graph.Nodes.FirstOrDefault(node => node.OpType == type)?.Name ?? "");
        }
        catch (OnnxRefusedException)
        {
            return null;
        }
    }

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;

    [GeneratedRegex(@"while running (?<op>[\w.:]+) node\. Name:\s*'(?<name>[^']*)'")]
    private static partial Regex Running();

    [GeneratedRegex(@"(?:Could not find an implementation for|Failed to find kernel for) (?<op>[\w.:]+?)\(\d+\)[^']*'(?<name>[^']*)'")]
    private static partial Regex NoKernel();

    [GeneratedRegex(@"\bnode \d+ (?<op>\w+) '(?<name>[^']*)'")]
    private static partial Regex Refused();

    [GeneratedRegex(@"In Node, \(""(?<name>[^""]*)"", (?<op>\w+), ""(?<domain>[^""]*)""(?:.*?(?<none>No Op registered))?", RegexOptions.Singleline)]
    private static partial Regex InvalidNode();

    [GeneratedRegex(@"Fatal error: (?:(?<domain>[\w.-]*):)?(?<op>\w+)\(-?\d+\) (?<none>is not a registered function/op)")]
    private static partial Regex NotRegistered();
}
