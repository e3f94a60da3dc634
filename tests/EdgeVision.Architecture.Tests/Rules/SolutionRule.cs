using System.Text.RegularExpressions;
using EdgeVision.Architecture.Tests.Reading;

namespace EdgeVision.Architecture.Tests.Rules;

/// <summary>The solution lists every project there is, and no other.</summary>
internal static partial class SolutionRule
{
    public static IEnumerable<Violation> Check(TextFile solution, IEnumerable<string> projects)
    {
        var listed = ProjectPath().Matches(solution.Text).Select(match => match.Groups[1].Value.Replace('\\', '/')).ToHashSet();
        var present = projects.ToHashSet();
        return present.Except(listed).Select(path => new Violation(solution.Path, 0, $"{path} is not listed: dotnet sln add {path}"))
            .Concat(listed.Except(present).Select(path => new Violation(solution.Path, 0, $"{path} is listed but is not there")));
    }

    [GeneratedRegex("\"([^\"]+\\.csproj)\"")]
    private static partial Regex ProjectPath();
}
