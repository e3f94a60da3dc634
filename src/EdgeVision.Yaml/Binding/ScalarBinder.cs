using System.Text.Json.Nodes;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Problems;
using EdgeVision.Yaml.Schema;

namespace EdgeVision.Yaml.Binding;

/// <summary>Reads a type that is written as one word or text.</summary>
public abstract class ScalarBinder<T> : IValueBinder
    where T : notnull
{
    /// <summary>What is allowed with an example: "a duration such as 500ms, 2s, 5m or 1h".</summary>
    public abstract string Expected { get; }

    public bool EmptyMeansLeftOut => false;

    public object? Bind(YamlNode node, BindScope scope)
    {
        if (node.IsNull)
        {
            return scope.Refuse(node.Origin, $"has no value; write {Expected}, or delete the key");
        }

        if (node is not YamlScalar scalar)
        {
            return scope.Refuse(node.Origin, $"is {node.Kind}; write {Expected}");
        }

        var complaint = Check(scalar);
        if (complaint is not null)
        {
            return scope.Refuse(node.Origin, complaint);
        }

        return TryRead(scalar.Text, out var value)
            ? value
            : scope.Refuse(node.Origin, $"{Words.Quote(scalar.Text)} is not {Expected}{Hint(scalar.Text)}");
    }

    public abstract JsonObject Describe(SchemaScope scope);

    public virtual JsonNode? Write(object value) => JsonValue.Create(value.ToString());

    /// <summary>Reads a limit of a [Range] as it would stand in the file.</summary>
    public abstract bool TryRead(string text, out T value);

    /// <summary>A whole message when the text cannot be meant, before it is read; else null.</summary>
    protected virtual string? Check(YamlScalar scalar) => null;

    /// <summary>Added to the refusal: "; write 500ms" for a text that almost fits.</summary>
    protected virtual string Hint(string text) => "";
}
