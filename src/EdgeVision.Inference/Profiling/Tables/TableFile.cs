using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeVision.Core.Operating;
using EdgeVision.Inference.Profiling.Measuring;

namespace EdgeVision.Inference.Profiling.Tables;

/// <summary>Reads and writes operating tables and the raw samples beside them, as docs/formats/operating-table.md has it.</summary>
public static class TableFile
{
    /// <summary>Grows when a key changes its meaning; new keys do not count.</summary>
    public const int Schema = 1;

    private const string SchemaKey = "schema";
    private const long MostBytes = 4 << 20;

    /// <summary>The JSON, indented, with a line end after it.</summary>
    public static string Text(OperatingTable table)
    {
        var root = new JsonObject { [SchemaKey] = Schema };
        var body = JsonSerializer.SerializeToNode(table, TableJsonContext.Default.OperatingTable)!.AsObject();
        foreach (var (key, value) in body.ToArray())
        {
            body.Remove(key);
            root[key] = value;
        }

        return root.ToJsonString(TableJsonContext.Default.Options) + "\n";
    }

    /// <exception cref="InvalidDataException">It is no such table, of a later schema, or its figures cannot be.</exception>
    public static OperatingTable Parse(string json)
    {
        try
        {
            var root = JsonNode.Parse(json)?.AsObject();
            var schema = root?[SchemaKey]?.GetValue<int>();
            if (schema != Schema)
            {
                throw new InvalidDataException($"it is an operating table of schema {schema?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}; this program reads {Schema}");
            }

            var table = root.Deserialize(TableJsonContext.Default.OperatingTable)!;
            return TableRules.Refusal(table) is { } refusal ? throw new InvalidDataException(refusal) : table;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"it is no operating table: {wrong.Message}", wrong);
        }
    }

    /// <exception cref="InvalidDataException">It is no such table, of a later schema, or its figures cannot be.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static OperatingTable Read(string path)
    {
        var size = new FileInfo(path).Length;
        return size > MostBytes
            ? throw new InvalidDataException($"it has {size} bytes, and no operating table has more than {MostBytes}")
            : Parse(File.ReadAllText(path));
    }

    /// <summary>Writes table and samples; a reader finds the old file or the new one, never a part.</summary>
    /// <param name="path">Of the table; the samples' ends with .samples.jsonl instead.</param>
    /// <param name="table">The table.</param>
    /// <param name="samples">What it was fitted from.</param>
    public static void Write(string path, OperatingTable table, ProfileSamples samples)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var lines = new StringBuilder();
        foreach (var point in samples.Points)
        {
            lines.Append(JsonSerializer.Serialize(point, SamplesJsonContext.Default.PointSamples)).Append('\n');
        }

        Replace(SamplesPath(path), lines.ToString());
        Replace(path, Text(table));
    }

    /// <summary>The raw samples beside a table.</summary>
    public static string SamplesPath(string table) => Path.ChangeExtension(table, ".samples.jsonl");

    /// <exception cref="InvalidDataException">A line holds no point's samples.</exception>
    public static IReadOnlyList<PointSamples> ReadSamples(string path)
    {
        var points = new List<PointSamples>();
        foreach (var line in File.ReadLines(path))
        {
            try
            {
                points.Add(JsonSerializer.Deserialize(line, SamplesJsonContext.Default.PointSamples) ?? throw new JsonException("it is null"));
            }
            catch (JsonException wrong)
            {
                throw new InvalidDataException($"line {points.Count + 1} of {path} holds no samples of an operating point: {wrong.Message}", wrong);
            }
        }

        return points;
    }

    private static void Replace(string path, string text)
    {
        var beside = $"{path}.{Environment.ProcessId}.new";
        File.WriteAllText(beside, text);
        File.Move(beside, path, overwrite: true);
    }
}
