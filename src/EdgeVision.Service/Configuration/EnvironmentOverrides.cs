using System.Globalization;
using System.Text;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Problems;
using EdgeVision.Yaml.Reading;

namespace EdgeVision.Service.Configuration;

/// <summary>
/// Puts environment variables over the file's keys: EDGEVISION__MQTT__PORT=8883 is mqtt.port, and
/// EDGEVISION__CAMERAS__0__SOURCE the first camera's source. A value that starts with [ or { is YAML; any other is one
/// plain value.
/// </summary>
internal static class EnvironmentOverrides
{
    public const string Prefix = "EDGEVISION__";

    public static YamlReading Apply(YamlReading reading, IReadOnlyDictionary<string, string> environment)
    {
        var overrides = environment.Where(v => v.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)).OrderBy(v => v.Key, StringComparer.Ordinal).ToArray();
        if (overrides.Length == 0 || (reading.Root is null && reading.Problems.Any))
        {
            return reading;
        }

        var root = reading.Root;
        foreach (var (name, value) in overrides)
        {
            var origin = Origin.Whole($"environment {Words.Quote(name).Trim('\'')}");
            var path = name[Prefix.Length..].Split("__");
            if (Value(origin, value, reading.Problems) is { } node)
            {
                root = Place(root, path, node, origin, reading.Problems);
            }
        }

        return reading with { Root = root };
    }

    private static YamlNode? Value(Origin origin, string text, ProblemList problems)
    {
        if (text.TrimStart() is not ['[' or '{', ..])
        {
            return new YamlScalar(origin, text, isPlain: true);
        }

        var reading = YamlReader.Read(origin.Source, Encoding.UTF8.GetBytes(text));
        foreach (var problem in reading.Problems.All)
        {
            problems.Add(problem);
        }

        return reading.Root;
    }

    private static YamlNode? Place(YamlNode? node, ReadOnlySpan<string> path, YamlNode value, Origin origin, ProblemList problems)
    {
        if (path.IsEmpty)
        {
            return value;
        }

        if (path[0].Length == 0)
        {
            problems.Add(origin, "", "has an empty part in its name; write EDGEVISION__SECTION__KEY");
            return node;
        }

        var isIndex = int.TryParse(path[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index);
        return node switch
        {
            YamlSequence list when isIndex => PlaceItem(list, index, path[1..], value, origin, problems),
            null or { IsNull: true } when isIndex => PlaceItem(new YamlSequence(origin, []), index, path[1..], value, origin, problems),
            YamlMapping mapping => PlaceKey(mapping, path, value, origin, problems),
            null or { IsNull: true } => PlaceKey(new YamlMapping(origin, []), path, value, origin, problems),
            _ => Refuse(node, path[0], origin, problems),
        };
    }

    private static YamlSequence PlaceItem(YamlSequence list, int index, ReadOnlySpan<string> rest, YamlNode value, Origin origin, ProblemList problems)
    {
        if (index > list.Items.Count)
        {
            problems.Add(origin, "", $"is item {index} of a list that has {list.Items.Count}; the next free number is {list.Items.Count}");
            return list;
        }

        var items = list.Items.ToList();
        var placed = Place(index < items.Count ? items[index] : null, rest, value, origin, problems)!;
        if (index < items.Count)
        {
            items[index] = placed;
        }
        else
        {
            items.Add(placed);
        }

        return new YamlSequence(list.Origin, items);
    }

    private static YamlMapping PlaceKey(YamlMapping mapping, ReadOnlySpan<string> path, YamlNode value, Origin origin, ProblemList problems)
    {
        var wanted = path[0].ToLowerInvariant();
        // Names of variables have no '-', keys may.
        var before = mapping.Entries.FirstOrDefault(e => e.Key.Replace('-', '_').Equals(wanted, StringComparison.OrdinalIgnoreCase));
        var key = before?.Key ?? wanted;
        var placed = Place(before?.Value, path[1..], value, origin, problems) ?? new YamlScalar(origin, "", isPlain: true);
        var keyOrigin = before is not null && path.Length > 1 ? before.KeyOrigin : origin;
        var entry = new YamlEntry(key, keyOrigin, placed);
        return new YamlMapping(mapping.Origin, [.. mapping.Entries.Select(e => e.Key == key ? entry : e), .. before is null ? new[] { entry } : []]);
    }

    private static YamlNode Refuse(YamlNode node, string part, Origin origin, ProblemList problems)
    {
        var there = node is YamlSequence ? "a list, whose items have numbers from 0" : $"one value at {node.Origin}, which can only be overridden as a whole";
        problems.Add(origin, "", $"asks for {Words.Quote(part)} within {there}");
        return node;
    }
}
