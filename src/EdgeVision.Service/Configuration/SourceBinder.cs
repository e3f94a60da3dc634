using System.Text.Json.Nodes;
using EdgeVision.Capture;
using EdgeVision.Capture.Sources;
using EdgeVision.Yaml.Binding;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Schema;

namespace EdgeVision.Service.Configuration;

/// <summary>A source as one text, or as the mapping of a command that writes raw frames.</summary>
internal sealed class SourceBinder : IValueBinder
{
    public bool EmptyMeansLeftOut => false;

    public object? Bind(YamlNode node, BindScope scope)
    {
        if (node is YamlMapping)
        {
            return scope.Registry.For(typeof(CommandOptions)).Bind(node, scope) is CommandOptions command ? new CommandSpec(command) : null;
        }

        if (node is not YamlScalar { IsNull: false } text)
        {
            return scope.Refuse(node.Origin, $"is {node.Kind}; write rtsp://user@host/path, a file, /dev/video0, or {{command: [PROGRAM, …], size: 1280x720}}");
        }

        return SourceSpec.TryParse(text.Text, out var spec, out var problem) ? spec : scope.Refuse(node.Origin, problem);
    }

    public JsonObject Describe(SchemaScope scope)
    {
        var text = scope.Registry.For(typeof(string)).Describe(scope);
        text["pattern"] = "\\S";
        return new JsonObject { ["anyOf"] = new JsonArray(text, scope.Registry.For(typeof(CommandOptions)).Describe(scope)) };
    }

    public JsonNode? Write(object value) => null;
}
