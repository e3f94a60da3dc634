using System.Text.Json.Nodes;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Problems;
using EdgeVision.Yaml.Schema;

namespace EdgeVision.Yaml.Binding;

/// <summary>One of several records; a key of the mapping says which.</summary>
internal sealed class UnionBinder(string key, (string Word, RecordBinder Record)[] cases) : IValueBinder
{
    private string Expected => $"one of {Words.Or(cases.Select(c => c.Word))}";

    public bool EmptyMeansLeftOut => false;

    public object? Bind(YamlNode node, BindScope scope)
    {
        if (node is not YamlMapping mapping)
        {
            return scope.Refuse(node.Origin, $"is {node.Kind} where a mapping is needed; its key {key} is {Expected}");
        }

        if (mapping.Find(key) is not { Value: YamlScalar { IsNull: false } word } entry)
        {
            return scope.Refuse(mapping.Origin, $"needs the key {key}: {Expected}");
        }

        var match = Array.Find(cases, c => c.Word == word.Text);
        return match.Record is null
            ? scope.Key(entry).Refuse(word.Origin, $"{Words.Quote(word.Text)} is not {Expected}{Spelling.Suggest(word.Text, cases.Select(c => c.Word))}")
            : match.Record.Bind(mapping, scope, alsoAllowed: key);
    }

    public JsonObject Describe(SchemaScope scope)
        => new() { ["anyOf"] = new JsonArray([.. cases.Select(c => scope.Define(c.Record, key, c.Word))]) };

    public JsonNode? Write(object value)
    {
        var match = Array.Find(cases, c => c.Record.Type == value.GetType());
        var written = new JsonObject { [key] = match.Word };
        foreach (var (name, part) in match.Record.Write(value)!.AsObject())
        {
            written[name] = part?.DeepClone();
        }

        return written;
    }
}
