using EdgeVision.Yaml.Nodes;

namespace EdgeVision.Yaml.Problems;

/// <summary>Collects every problem of a document up to a limit, so that one run shows all there is to mend.</summary>
public sealed class ProblemList
{
    /// <summary>More than a person reads; a hostile file must not make a report larger than itself.</summary>
    public const int Limit = 200;

    private readonly List<Problem> _problems = [];

    /// <summary>The problems in the order they were found.</summary>
    public IReadOnlyList<Problem> All => _problems;

    /// <summary>Problems beyond <see cref="Limit"/>, counted only.</summary>
    public int Unlisted { get; private set; }

    public bool Any => _problems.Count > 0;

    /// <summary>Listed and unlisted ones.</summary>
    public int Count => _problems.Count + Unlisted;

    /// <summary>True when an option or a part of it has a problem, so that rules about it need not speak too.</summary>
    public bool Concern(string path)
        => Unlisted > 0 || _problems.Exists(p => p.Key == path || p.Key.StartsWith(path + ".", StringComparison.Ordinal) || p.Key.StartsWith(path + "[", StringComparison.Ordinal));

    public void Add(Origin at, string key, string message) => Add(new Problem(at, key, message));

    public void Add(Problem problem)
    {
        if (_problems.Count < Limit)
        {
            _problems.Add(problem);
        }
        else
        {
            Unlisted++;
        }
    }

    /// <summary>One problem a line, in the order of the file.</summary>
    public override string ToString()
    {
        var lines = _problems.OrderBy(p => p.At.Line).ThenBy(p => p.At.Column).Select(p => p.ToString());
        return string.Join('\n', Unlisted == 0 ? lines : lines.Append($"and {Unlisted} more"));
    }
}
