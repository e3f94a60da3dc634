using System.Text.Json.Nodes;
using EdgeVision.Yaml.Schema;
using EdgeVision.Yaml.Values;

namespace EdgeVision.Yaml.Binding;

internal sealed class PercentageBinder : ScalarBinder<Percentage>
{
    public override string Expected => "a percentage from 0% to 100%";

    public override bool TryRead(string text, out Percentage value) => Percentage.TryParse(text, out value);

    public override JsonObject Describe(SchemaScope scope) => new()
    {
        ["type"] = "string",
        ["pattern"] = @"^([0-9]+\.?[0-9]*|\.[0-9]+)%$",
    };

    protected override string Hint(string text) => TryRead(text + "%", out _) ? $"; write {text}%" : "";
}
