using System.Diagnostics.CodeAnalysis;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Yaml.Binding;

/// <summary>A document as options, or the problems that kept it from becoming them.</summary>
/// <param name="Value">Null whenever there are problems.</param>
/// <param name="Draft">What could be bound in spite of problems, for rules that can still find more; null when nothing could.</param>
/// <param name="Problems">Everything found so far; rules may add to it.</param>
/// <param name="Places">Where each option was written.</param>
public sealed record BoundDocument<T>(T? Value, T? Draft, ProblemList Problems, SourceMap Places)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsValid => Value is not null;

    /// <exception cref="YamlProblemsException">There are problems; its message lists them all.</exception>
    public T Need() => Value ?? throw new YamlProblemsException(Problems);
}
