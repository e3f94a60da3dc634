using System.Text.Json;

namespace EdgeVision.Capture.Synthetic.Export;

/// <summary>
/// Writes frames and what they show as a labelled set in the COCO instances format: `images`, `annotations` with the
/// box of the visible pixels `[x, y, w, h]` in pixels, and `categories` with COCO's numbers.
/// </summary>
public static class StreetExport
{
    /// <summary>The labels and their numbers in COCO.</summary>
    public static IReadOnlyDictionary<string, int> Categories { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["person"] = 1, ["bicycle"] = 2, ["car"] = 3, ["motorcycle"] = 4, ["bus"] = 6, ["truck"] = 8,
    };

    /// <summary>Draws the frames, hands each picture over to be stored, and writes the JSON.</summary>
    /// <param name="options">The scene.</param>
    /// <param name="frames">Indices of the frames, from the scene's own beginning.</param>
    /// <param name="rules">Which objects are worth a label.</param>
    /// <param name="store">Stores a picture and returns its file name as it shall stand in the JSON.</param>
    /// <param name="json">Gets the JSON; left open.</param>
    public static void Write(StreetOptions options, IEnumerable<long> frames, StreetLabelRules rules, StorePicture store, Stream json)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(store);
        var scene = new StreetScene(options);
        var annotations = new CocoAnnotations(options.Size, rules);
        var pixels = new byte[scene.ByteCount];
        var truth = new List<StreetObject>();
        using var writer = new Utf8JsonWriter(json);
        writer.WriteStartObject();
        writer.WriteStartArray("images");
        var image = 0;
        foreach (var frame in frames)
        {
            scene.Render(frame, pixels);
            scene.Truth(frame, truth);
            WriteImage(writer, ++image, store(frame, pixels), options);
            annotations.Add(image, truth);
        }

        writer.WriteEndArray();
        annotations.Write(writer);
        WriteCategories(writer);
        writer.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter writer, int id, string fileName, StreetOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        writer.WriteString("file_name", fileName);
        writer.WriteNumber("width", options.Size.Width);
        writer.WriteNumber("height", options.Size.Height);
        writer.WriteEndObject();
    }

    private static void WriteCategories(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("categories");
        foreach (var (name, id) in Categories)
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", id);
            writer.WriteString("name", name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
