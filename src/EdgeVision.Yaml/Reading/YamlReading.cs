using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Yaml.Reading;

/// <summary>What a text held. With problems the root may still be there, so that binding can report more in one go.</summary>
/// <param name="Source">The name that problems give.</param>
/// <param name="Root">Null when the text could not be read to its end, or was empty.</param>
/// <param name="Problems">All that was found, also the small things after which reading went on.</param>
public sealed record YamlReading(string Source, YamlNode? Root, ProblemList Problems)
{
    /// <summary>The very bytes that were read; empty when there were none.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; init; }
}
