using System.Text.Json;
using System.Text.Json.Nodes;

namespace EdgeVision.ModelTools.Quantization.Reports;

/// <summary>A report as JSON, as docs/formats/quantization-report.md has it.</summary>
public static class ReportJson
{
    /// <summary>Grows when a key changes its meaning; new keys do not count.</summary>
    public const int Schema = 1;

    private const string SchemaKey = "schema";

    /// <summary>The JSON, indented, with a line end after it.</summary>
    public static string Write(QuantizationReport report)
    {
        var root = new JsonObject { [SchemaKey] = Schema };
        var body = JsonSerializer.SerializeToNode(report, ReportJsonContext.Default.QuantizationReport)!.AsObject();
        foreach (var (key, value) in body.ToArray())
        {
            body.Remove(key);
            root[key] = value;
        }

        return root.ToJsonString(ReportJsonContext.Default.Options) + "\n";
    }

    /// <exception cref="InvalidDataException">It is no such report, or of a later schema.</exception>
    public static QuantizationReport Read(string json)
    {
        try
        {
            var root = JsonNode.Parse(json)?.AsObject();
            var schema = root?[SchemaKey]?.GetValue<int>();
            if (schema != Schema)
            {
                throw new InvalidDataException($"a quantization report of schema {schema?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}; this program reads {Schema}");
            }

            return root.Deserialize(ReportJsonContext.Default.QuantizationReport) ?? throw new InvalidDataException("an empty quantization report");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"no quantization report: {wrong.Message}", wrong);
        }
    }
}
