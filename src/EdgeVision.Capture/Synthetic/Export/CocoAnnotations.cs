using System.Text.Json;
using EdgeVision.Core.Frames;

namespace EdgeVision.Capture.Synthetic.Export;

/// <summary>The annotations of a set, collected while its pictures are written.</summary>
internal sealed class CocoAnnotations(PictureSize size, StreetLabelRules rules)
{
    private readonly List<(int Image, StreetObject Object)> _items = [];

    public void Add(int image, IReadOnlyList<StreetObject> truth)
    {
        foreach (var item in truth)
        {
            if (item.VisibleFraction > 0)
            {
                _items.Add((image, item));
            }
        }
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("annotations");
        for (var i = 0; i < _items.Count; i++)
        {
            WriteOne(writer, i + 1, _items[i].Image, _items[i].Object);
        }

        writer.WriteEndArray();
    }

    private void WriteOne(Utf8JsonWriter writer, int id, int image, in StreetObject item)
    {
        var box = item.VisibleBox;
        // Whole pixels lie behind the normalised numbers; rounding takes their last bits away.
        int width = (int)Math.Round(box.Width * size.Width), height = (int)Math.Round(box.Height * size.Height);
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        writer.WriteNumber("image_id", image);
        writer.WriteNumber("category_id", StreetExport.Categories[item.Label]);
        writer.WriteStartArray("bbox");
        writer.WriteNumberValue((int)Math.Round(box.X * size.Width));
        writer.WriteNumberValue((int)Math.Round(box.Y * size.Height));
        writer.WriteNumberValue(width);
        writer.WriteNumberValue(height);
        writer.WriteEndArray();
        writer.WriteNumber("area", width * height);
        writer.WriteNumber("iscrowd", rules.IsLabelled(item, size) ? 0 : 1);
        writer.WriteNumber("track_id", item.Id);
        writer.WriteNumber("visible_fraction", item.VisibleFraction);
        writer.WriteEndObject();
    }
}
