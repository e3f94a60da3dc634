using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Inference.Profiling.Tables;
using EdgeVision.Inference.Workers.Protocol;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Workers.Contexts;

/// <summary>All that a compiled model depends on. Two keys are equal when their texts are.</summary>
/// <param name="Text">One line for each part: its name, its length and itself.</param>
public sealed record ContextKey(string Text)
{
    private const int NameLetters = 32;

    /// <summary>The name of its folder.</summary>
    public string Name => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..NameLetters];

    /// <summary>The key of an order on this machine.</summary>
    /// <param name="library">The loaded runtime.</param>
    /// <param name="order">What is to be loaded.</param>
    /// <param name="driver">The drivers here; <see cref="DriverFacts"/>.</param>
    public static ContextKey Of(OrtLibrary library, LoadOrder order, string driver)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(order);
        var text = new StringBuilder();
        Add(text, "model", order.Model.Sha256);
        Add(text, "provider", order.Provider);
        AddAll(text, "option", order.ProviderOptions);
        AddAll(text, "entry", order.ConfigEntries);
        AddAll(text, "kept by", order.Contexts?.Options ?? new Dictionary<string, string>());
        Add(text, "runtime", $"{library.Version} {library.BuildInfo}");
        foreach (var file in Libraries(library, order))
        {
            Add(text, Path.GetFileName(file), MachineFacts.HashOf(file) ?? "unreadable");
        }

        Add(text, "driver", driver);
        return new ContextKey(text.ToString());
    }

    private static IEnumerable<string> Libraries(OrtLibrary library, LoadOrder order) =>
        order.ProviderLibrary is { } plugIn
            ? [plugIn]
            : (ProviderCatalogue.Find(order.Provider)?.Libraries ?? [])
                .Select(name => Path.Combine(Path.GetDirectoryName(library.Path) ?? "", name)).Where(File.Exists);

    private static void AddAll(StringBuilder text, string name, IReadOnlyDictionary<string, string> pairs)
    {
        foreach (var (key, value) in pairs.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            Add(text, name, key);
            Add(text, "is", value);
        }
    }

    private static void Add(StringBuilder text, string name, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name} {value.Length} {value}\n");
}
