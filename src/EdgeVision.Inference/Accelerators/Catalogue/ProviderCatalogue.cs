using EdgeVision.Yaml.Binding;

namespace EdgeVision.Inference.Accelerators.Catalogue;

/// <summary>Every execution provider and accelerator that this program knows of. The data lie beside this, in Data/.</summary>
public static class ProviderCatalogue
{
    private const string Suffix = "ExecutionProvider";

    private static readonly Lazy<IReadOnlyList<CatalogueFile>> Files = new(Read);

    /// <summary>In the order of the files: processors first.</summary>
    public static IReadOnlyList<ProviderEntry> Providers { get; } = [.. Files.Value.SelectMany(file => file.Providers)];

    /// <summary>The ones with an id of their own before those that stand for a vendor.</summary>
    public static IReadOnlyList<KnownDevice> Devices { get; } =
        [.. Files.Value.SelectMany(file => file.Devices).OrderBy(device => device.PciClass.Length)];

    /// <summary>The entry of a short name or of ONNX Runtime's own, in any case; null when there is none.</summary>
    public static ProviderEntry? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Providers.FirstOrDefault(entry => Is(entry, name));
    }

    private static bool Is(ProviderEntry entry, string name) =>
        name.Equals(entry.Name, StringComparison.OrdinalIgnoreCase)
        || name.Equals(entry.OrtName, StringComparison.OrdinalIgnoreCase)
        || name.Equals(entry.OrtName[..^Suffix.Length], StringComparison.OrdinalIgnoreCase);

    private static List<CatalogueFile> Read()
    {
        var assembly = typeof(ProviderCatalogue).Assembly;
        var prefix = typeof(ProviderCatalogue).Namespace + ".Data.";
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var stream = assembly.GetManifestResourceStream(name)!;
                    var bytes = new byte[stream.Length];
                    stream.ReadExactly(bytes);
                    return YamlBinder.Read<CatalogueFile>(name[prefix.Length..], bytes).Need();
                }),
        ];
    }
}
