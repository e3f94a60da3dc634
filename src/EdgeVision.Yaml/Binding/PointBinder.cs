using System.Text.Json.Nodes;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Schema;
using EdgeVision.Yaml.Values;

namespace EdgeVision.Yaml.Binding;

/// <summary>A list of two numbers from 0 to 1.</summary>
internal sealed class PointBinder : IValueBinder
{
    private const string Expected = "a point [x, y] of two numbers from 0 to 1";
    private static readonly RealBinder<double> Number = new();

    public bool EmptyMeansLeftOut => false;

    public object? Bind(YamlNode node, BindScope scope)
    {
        if (node is not YamlSequence { Items: [YamlScalar { IsPlain: true } x, YamlScalar { IsPlain: true } y] }
            || !Number.TryRead(x.Text, out var across) || !Number.TryRead(y.Text, out var down))
        {
            return scope.Refuse(node.Origin, $"is not {Expected}");
        }

        return across is >= 0 and <= 1 && down is >= 0 and <= 1
            ? new NormalizedPoint(across, down)
            : scope.Refuse(node.Origin, $"lies outside the picture; write {Expected}: pixels divided by the picture's width and height");
    }

    public JsonObject Describe(SchemaScope scope) => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 },
        ["minItems"] = 2,
        ["maxItems"] = 2,
    };

    public JsonNode? Write(object value) => value is NormalizedPoint point ? new JsonArray(point.X, point.Y) : null;
}
