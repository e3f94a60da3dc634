using System.Text.Json;

namespace EdgeVision.ModelTools.Evaluation;

/// <summary>A COCO results file: a JSON array of {image_id, category_id, bbox: [x, y, width, height] in pixels, score}.</summary>
public static class DetectionsFile
{
    /// <exception cref="InvalidDataException">The file is not such a file; the message says where and what is missing.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<DetectionRecord> Load(string path)
    {
        var items = JsonFile.Read(path, CocoJson.Default.Results, "a COCO results file (an array of detections)");
        var records = new List<DetectionRecord>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var place = $"[{i}]";
            records.Add(ToRecord(items[i] ?? throw JsonFile.Bad(path, $"{place} is null"), path, place));
        }

        return records;
    }

    /// <summary>Writes what <see cref="Load"/> reads, number for number.</summary>
    public static void Save(string path, IEnumerable<DetectionRecord> detections)
    {
        var items = detections
            .Select(d => new CocoFormat.Result(d.ImageId, d.CategoryId, [d.X, d.Y, d.W, d.H], d.Score))
            .ToList();
        using var stream = File.Create(path);
        JsonSerializer.Serialize(stream, items, CocoJson.Default.Results);
    }

    private static DetectionRecord ToRecord(CocoFormat.Result item, string path, string place)
    {
        var image = JsonFile.Need(item.ImageId, path, place, "image_id");
        var category = JsonFile.Need(item.CategoryId, path, place, "category_id");
        var box = JsonFile.NeedBox(item.Bbox, path, place);
        var score = JsonFile.Need(item.Score, path, place, "score");
        return double.IsFinite(score)
            ? new(image, category, box[0], box[1], box[2], box[3], score)
            : throw JsonFile.Bad(path, $"{place}.score is {score}; it must be a finite number");
    }
}
