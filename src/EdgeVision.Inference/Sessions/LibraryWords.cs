using System.Globalization;
using System.Text.RegularExpressions;
using EdgeVision.Inference.Onnx;
using EdgeVision.Inference.Onnx.Reading;

namespace EdgeVision.Inference.Sessions;

/// <summary>Reads node and operator out of what ONNX Runtime says when it refuses a model or a run, and out of our reader's refusals.</summary>
public static partial class LibraryWords
{
    /// <summary>Null when the words name neither.</summary>
    public static GraphPlace? PlaceIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        // Most exact first: some messages fit two.
        foreach (var pattern in (Regex[])[NoKernel(), InNode(), RunningNode(), NodeOp(), NotRegistered(), NoSchema(), OpWithName()])
        {
            if (pattern.Match(text) is { Success: true } match)
            {
                return new GraphPlace(Value(match, "op"), Value(match, "node"));
            }
        }

        return null;
    }

    /// <summary>Null when our reader's refusal is not about a node.</summary>
    public static GraphPlace? PlaceIn(OnnxRefusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return ReadersNode().Matches(refusal.Place) is [.., var innermost]
            ? new GraphPlace(Value(innermost, "op"), Value(innermost, "node") ?? $"number {int.Parse(innermost.Groups["index"].Value, CultureInfo.InvariantCulture) + 1}")
            : null;
    }

    /// <summary>Whether the library has no such operator at all, on any provider.</summary>
    public static bool SayUnknownOperator(string text) => NotRegistered().IsMatch(text) || NoSchema().IsMatch(text);

    private static string? Value(Match match, string group) =>
        match.Groups[group].Value is { Length: > 0 } value ? PlaceStep.Shown(value) : null;

    // graph, node 3 Conv 'backbone.0'
    [GeneratedRegex(@"node (?<index>\d{1,9}) (?<op>\w+)(?: '(?<node>[^']*)')?")]
    private static partial Regex ReadersNode();

    // Could not find an implementation for Foo(13) node with name 'bar'
    [GeneratedRegex(@"Could not find an implementation for (?:[\w.]+[:.])?(?<op>\w+)\(\d+\) node with name '(?<node>[^']*)'")]
    private static partial Regex NoKernel();

    // In Node, ("bar", Foo, "", -1) : (…) -> (…) , Error …
    [GeneratedRegex(@"In Node, \(""(?<node>[^""]*)"", (?<op>\w+), ""[^""]*"", -?\d+\)")]
    private static partial Regex InNode();

    // Non-zero status code returned while running Foo node. Name:'bar' Status Message: …
    [GeneratedRegex(@"while running (?<op>\w+) node\. Name:'(?<node>[^']*)'")]
    private static partial Regex RunningNode();

    // Node (bar) Op (Foo) [ShapeInferenceError] …
    [GeneratedRegex(@"Node ?\((?<node>[^()]*)\) Op ?\((?<op>\w+)\)")]
    private static partial Regex NodeOp();

    // Fatal error: com.example:Foo(-1) is not a registered function/op
    [GeneratedRegex(@"(?:[\w.]*:)?(?<op>\w+)\(-?\d+\) is not a registered function/op")]
    private static partial Regex NotRegistered();

    // No Op registered for Foo with domain_version of 13
    [GeneratedRegex(@"No Op registered for (?<op>\w+) with domain_version of \d+(?<node>)")]
    private static partial Regex NoSchema();

    // Op with name (bar) …
    [GeneratedRegex(@"Op with name \((?<node>[^()]+)\)(?: and type \((?<op>\w+)\))?")]
    private static partial Regex OpWithName();
}
