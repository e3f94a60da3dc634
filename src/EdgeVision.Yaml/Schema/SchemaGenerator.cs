using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeVision.Yaml.Binding;

namespace EdgeVision.Yaml.Schema;

/// <summary>
/// Writes a JSON Schema (2020-12) from option records, so that editors complete and check what the binder reads. The
/// descriptions are the records' own doc comments, from the .xml file beside the assembly.
/// </summary>
public static class SchemaGenerator
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        // The file is read by editors, not put into a page: keep quotes and arrows as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="id">The schema's $id.</param>
    /// <param name="title">What it describes.</param>
    /// <param name="registry">The one that binds <typeparamref name="T"/>.</param>
    /// <returns>Indented JSON with a final line end; the same records give the same text.</returns>
    public static string Write<T>(string id, string title, BinderRegistry registry)
        where T : class
    {
        var scope = new SchemaScope(registry);
        var root = registry.For(typeof(T)).Describe(scope);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = id,
            ["title"] = title,
        };
        foreach (var (word, value) in root.ToArray())
        {
            root.Remove(word);
            schema[word] = value;
        }

        schema["$defs"] = scope.Definitions();
        return schema.ToJsonString(Layout) + "\n";
    }
}
