using System.Globalization;
using System.Text.Json.Nodes;
using EdgeVision.Yaml.Schema;
using EdgeVision.Yaml.Values;

namespace EdgeVision.Yaml.Binding;

internal sealed class ByteSizeBinder : ScalarBinder<ByteSize>
{
    public override string Expected => "a size such as 64MiB, 512KiB or 2GiB";

    public override bool TryRead(string text, out ByteSize value) => ByteSize.TryParse(text, out value);

    public override JsonObject Describe(SchemaScope scope) => new()
    {
        ["type"] = "string",
        ["pattern"] = @"^([0-9]+\.?[0-9]*|\.[0-9]+)(B|kB|MB|GB|TB|KiB|MiB|GiB|TiB)$",
    };

    protected override string Hint(string text)
    {
        if (!AmountWithUnit.TrySplit(text.Replace(" ", "", StringComparison.Ordinal), out var amount, out var unit))
        {
            return "";
        }

        return unit.ToUpperInvariant() switch
        {
            "" => string.Create(CultureInfo.InvariantCulture, $"; the unit is missing, write {amount}MiB or {amount}B"),
            ['K', ..] => string.Create(CultureInfo.InvariantCulture, $"; write {amount}KiB"),
            ['M', ..] => string.Create(CultureInfo.InvariantCulture, $"; write {amount}MiB"),
            ['G', ..] => string.Create(CultureInfo.InvariantCulture, $"; write {amount}GiB"),
            _ => "",
        };
    }
}
