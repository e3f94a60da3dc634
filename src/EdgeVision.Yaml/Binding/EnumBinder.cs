using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EdgeVision.Yaml.Problems;
using EdgeVision.Yaml.Schema;

namespace EdgeVision.Yaml.Binding;

/// <summary>One of an enum's names in snake_case, or as its [JsonStringEnumMemberName] spells it.</summary>
internal sealed class EnumBinder : ScalarBinder<Enum>
{
    private readonly (string Word, Enum Value)[] _words;

    public EnumBinder(Type type) => _words =
    [
        .. type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (WordOf(field), (Enum)field.GetValue(null)!)),
    ];

    public override string Expected => $"one of {Words.Or(_words.Select(w => w.Word))}";

    public override bool TryRead(string text, out Enum value)
    {
        value = Array.Find(_words, w => w.Word == text).Value;
        return value is not null;
    }

    public override JsonObject Describe(SchemaScope scope) => new()
    {
        ["enum"] = new JsonArray([.. _words.Select(w => JsonValue.Create(w.Word))]),
    };

    public override JsonNode? Write(object value) => Array.Find(_words, w => w.Value.Equals(value)).Word;

    protected override string Hint(string text) => Spelling.Suggest(text, _words.Select(w => w.Word));

    private static string WordOf(FieldInfo field)
        => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? Spelled.Key(field.Name);
}
