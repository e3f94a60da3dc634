namespace EdgeVision.Yaml.Problems;

/// <summary>A document cannot be used; the message lists every problem, one a line.</summary>
public sealed class YamlProblemsException(ProblemList problems) : Exception(problems.ToString())
{
    public ProblemList Problems { get; } = problems;
}
