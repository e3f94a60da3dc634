using EdgeVision.Yaml.Problems;

namespace EdgeVision.Inference.Accelerators.Catalogue;

/// <summary>Options as a provider takes them: names known, values of the right type and within range.</summary>
/// <param name="Values">Ready for the library.</param>
/// <param name="Problems">Empty when all are right; the wrong ones are not among the values.</param>
public sealed record ProviderSettings(IReadOnlyDictionary<string, string> Values, IReadOnlyList<OptionProblem> Problems)
{
    /// <param name="provider">Whose options.</param>
    /// <param name="written">As a person wrote them: true and false for switches, 64MiB for sizes.</param>
    public static ProviderSettings Of(ProviderEntry provider, IReadOnlyDictionary<string, string> written)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(written);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var problems = new List<OptionProblem>();
        foreach (var (name, text) in written)
        {
            if (provider.Options.FirstOrDefault(option => option.Name == name) is not { } option)
            {
                problems.Add(new OptionProblem(name, Unknown(provider, name)));
            }
            else if (OptionValue.Read(option, text, out var complaint) is { } value)
            {
                values[name] = value;
            }
            else
            {
                problems.Add(new OptionProblem(name, complaint));
            }
        }

        return new ProviderSettings(values, problems);
    }

    private static string Unknown(ProviderEntry provider, string name)
    {
        var names = provider.Options.Select(option => option.Name).ToArray();
        if (names.Length == 0)
        {
            return $"{provider.Name} has no options; delete it";
        }

        return Spelling.Nearest(name, names) is { } nearest
            ? $"{provider.Name} has no such option; did you mean {Words.Quote(nearest)}?"
            : $"{provider.Name} has no such option; it has {Words.Or(names)}";
    }
}
