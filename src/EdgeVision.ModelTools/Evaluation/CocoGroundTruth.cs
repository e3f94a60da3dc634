namespace EdgeVision.ModelTools.Evaluation;

/// <summary>What is really in a set of pictures: the images, categories and annotations of a COCO instances file.</summary>
public sealed class CocoGroundTruth
{
    private readonly HashSet<long> _imageIds;

    /// <exception cref="ArgumentException">Two images or two categories share an id, or two categories a name.</exception>
    public CocoGroundTruth(
        IReadOnlyList<CocoImage> images, IReadOnlyList<CocoCategory> categories, IReadOnlyList<CocoAnnotation> annotations)
    {
        _imageIds = Unique(images, image => image.Id, "images with the id");
        var categoryIds = Unique(categories, category => category.Id, "categories with the id");
        _ = Unique(categories, category => category.Name, "categories with the name", StringComparer.OrdinalIgnoreCase);
        Images = images;
        Categories = categories;
        Annotations = annotations;
        StrayAnnotations = annotations.Count(a => !_imageIds.Contains(a.ImageId) || !categoryIds.Contains(a.CategoryId));
    }

    public IReadOnlyList<CocoImage> Images { get; }

    public IReadOnlyList<CocoCategory> Categories { get; }

    /// <summary>In the order of the file, which decides ties.</summary>
    public IReadOnlyList<CocoAnnotation> Annotations { get; }

    /// <summary>Annotations that name an image or a category the lists do not have; as in COCO's own tools they take no part.</summary>
    public int StrayAnnotations { get; }

    /// <summary>Reads a COCO instances file.</summary>
    /// <exception cref="InvalidDataException">The file is not such a file; the message says where and what is missing.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CocoGroundTruth Load(string path) => InstancesFile.Read(path);

    public bool HasImage(long id) => _imageIds.Contains(id);

    /// <summary>The category of that name, ignoring case, or null.</summary>
    public CocoCategory? FindCategory(string name) =>
        Categories.FirstOrDefault(category => string.Equals(category.Name, name, StringComparison.OrdinalIgnoreCase));

    private static HashSet<TKey> Unique<T, TKey>(
        IReadOnlyList<T> items, Func<T, TKey> key, string what, IEqualityComparer<TKey>? comparer = null)
    {
        var seen = new HashSet<TKey>(items.Count, comparer);
        foreach (var item in items)
        {
            if (!seen.Add(key(item)))
            {
                throw new ArgumentException($"there are two {what} {key(item)}: each may stand there once");
            }
        }

        return seen;
    }
}
