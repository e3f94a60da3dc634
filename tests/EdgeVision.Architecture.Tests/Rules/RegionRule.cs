using EdgeVision.Architecture.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EdgeVision.Architecture.Tests.Rules;

/// <summary>No #region: what wants folding wants its own file.</summary>
internal static class RegionRule
{
    public static IEnumerable<Violation> Check(CSharpFile file) =>
        file.Root.DescendantTrivia(descendIntoTrivia: true)
            .Where(trivia => trivia.IsKind(SyntaxKind.RegionDirectiveTrivia))
            .Select(trivia => new Violation(file.Path, trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1, "no #region"));
}
