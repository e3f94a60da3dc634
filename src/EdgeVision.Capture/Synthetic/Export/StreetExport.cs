using System.Text.Json;
using EdgeVision.Core.Frames;

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

    /// <summary>Draws the frames one after the other, hands each over to be stored, and says what it shows.</summary>
    /// <param name="options">The scene.</param>
    /// <param name="frames">Indices of the frames, from the scene's own beginning.</param>
    /// <param name="store">Stores a picture and returns its file name as it shall stand in the JSON.</param>
    public static IEnumerable<StreetPicture> Draw(StreetOptions options, IEnumerable<long> frames, StorePicture store)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentNullException.ThrowIfNull(store);
        return Pictures();

        IEnumerable<StreetPicture> Pictures()
        {
            var scene = new StreetScene(options);
            var pixels = new byte[scene.ByteCount];
            foreach (var frame in frames)
            {
                var truth = new List<StreetObject>();
                scene.Render(frame, pixels);
                scene.Truth(frame, truth);
                yield return new StreetPicture(store(frame, pixels), truth);
            }
        }
    }

    /// <summary>Writes the JSON of pictures that may come from many scenes.</summary>
    /// <param name="pictures">All of the set.</param>
    /// <param name="size">Of every picture.</param>
    /// <param name="rules">Which objects are worth a label.</param>
    /// <param name="json">Gets the JSON; left open.</param>
    public static void WriteJson(IReadOnlyList<StreetPicture> pictures, PictureSize size, StreetLabelRules rules, Stream json)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(rules);
        using var writer = new Utf8JsonWriter(json);
        writer.WriteStartObject();
        WriteInfo(writer);
        writer.WriteStartArray("images");
        var annotations = new CocoAnnotations(size, rules);
        for (var i = 0; i < pictures.Count; i++)
        {
            WriteImage(writer, i + 1, pictures[i].FileName, size);
            annotations.Add(i + 1, pictures[i].Objects);
        }

        writer.WriteEndArray();
        annotations.Write(writer);
        WriteCategories(writer);
        writer.WriteEndObject();
    }

    /// <summary>A set from elsewhere may leave classes unlabelled; this one labels all it knows, and says so.</summary>
    private static void WriteInfo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("info");
        writer.WriteString("description", "EdgeVision's synthetic street");
        writer.WriteStartArray("labelled_categories");
        foreach (var name in Categories.Keys)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter writer, int id, string fileName, PictureSize size)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        writer.WriteString("file_name", fileName);
        writer.WriteNumber("width", size.Width);
        writer.WriteNumber("height", size.Height);
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
