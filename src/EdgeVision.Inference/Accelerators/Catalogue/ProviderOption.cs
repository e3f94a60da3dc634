namespace EdgeVision.Inference.Accelerators.Catalogue;

/// <summary>One option of an execution provider.</summary>
public sealed record ProviderOption
{
    /// <summary>As the provider spells it.</summary>
    public required string Name { get; init; }

    public ProviderOptionType Type { get; init; } = ProviderOptionType.Text;

    /// <summary>Least value of an integer or size.</summary>
    public long? Min { get; init; }

    /// <summary>Greatest value of an integer or size.</summary>
    public long? Max { get; init; }

    /// <summary>The values of a word.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What a text must look like as a whole, as a regular expression; empty for any.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>A text of that pattern.</summary>
    public string Example { get; init; } = "";

    /// <summary>What the provider takes for true.</summary>
    public string On { get; init; } = "1";

    /// <summary>What the provider takes for false.</summary>
    public string Off { get; init; } = "0";

    /// <summary>What holds when it is left out; empty where the provider does not say.</summary>
    public string Default { get; init; } = "";

    /// <summary>What it does.</summary>
    public required string Meaning { get; init; }
}
