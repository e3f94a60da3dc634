namespace EdgeVision.ModelTools.Evaluation;

/// <summary>Reads a COCO instances file: `images`, `categories` and `annotations`; polygons and the rest are passed over.</summary>
internal static class InstancesFile
{
    public static CocoGroundTruth Read(string path)
    {
        var file = JsonFile.Read(path, CocoJson.Default.Instances, "a COCO instances file (an object with images, categories and annotations)");
        var images = Each(file.Images, path, "images", (image, place) => new CocoImage(
            JsonFile.Need(image.Id, path, place, "id"), image.FileName ?? "", image.Width ?? 0, image.Height ?? 0));
        var categories = Each(file.Categories, path, "categories", (category, place) => new CocoCategory(
            JsonFile.Need(category.Id, path, place, "id"), JsonFile.Need(category.Name, path, place, "name")));
        var annotations = Each(file.Annotations, path, "annotations", (annotation, place) => ToAnnotation(annotation, path, place));
        try
        {
            return new CocoGroundTruth(images, categories, annotations);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    private static CocoAnnotation ToAnnotation(CocoFormat.Annotation annotation, string path, string place)
    {
        var image = JsonFile.Need(annotation.ImageId, path, place, "image_id");
        var category = JsonFile.Need(annotation.CategoryId, path, place, "category_id");
        var box = JsonFile.NeedBox(annotation.Bbox, path, place);

        // Exporters of plain boxes leave area and iscrowd out.
        var area = annotation.Area ?? (box[2] * box[3]);
        if (!double.IsFinite(area) || area < 0)
        {
            throw JsonFile.Bad(path, $"{place}.area is {area}; write pixels squared, not negative");
        }

        return new(image, category, box[0], box[1], box[2], box[3], area, annotation.IsCrowd > 0, annotation.Ignore > 0);
    }

    private static List<TOut> Each<TIn, TOut>(List<TIn?>? items, string path, string name, Func<TIn, string, TOut> convert)
        where TIn : class
    {
        var present = JsonFile.Need(items, path, "", name);
        var result = new List<TOut>(present.Count);
        for (var i = 0; i < present.Count; i++)
        {
            var place = $"{name}[{i}]";
            result.Add(convert(present[i] ?? throw JsonFile.Bad(path, $"{place} is null"), place));
        }

        return result;
    }
}
