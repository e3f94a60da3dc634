using EdgeVision.Architecture.Tests.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EdgeVision.Architecture.Tests.Rules;

/// <summary>Nine of ten methods have at most 30 lines, none more than 60, from the signature to the closing brace.</summary>
internal static class MethodLengthRule
{
    public const int Usual = 30;
    public const int Most = 60;
    public const double UsualShare = 0.9;

    public static IEnumerable<Violation> Check(CSharpFile file) =>
        Methods(file).Where(method => method.Lines > Most)
            .Select(method => new Violation(file.Path, method.Line, $"{method.Name} has {method.Lines} lines; at most {Most}"));

    public static IEnumerable<Violation> CheckSpread(IEnumerable<CSharpFile> files)
    {
        var lengths = files.SelectMany(Methods).Select(method => method.Lines).ToList();
        var share = lengths.Count == 0 ? 1 : lengths.Count(lines => lines <= Usual) / (double)lengths.Count;
        return share < UsualShare
            ? [new("src", 0, $"only {share:P1} of the methods have at most {Usual} lines; {UsualShare:P0} must")]
            : [];
    }

    /// <summary>Methods, constructors, operators and accessors that have a body; a local function is part of its method.</summary>
    public static IEnumerable<(string Name, int Line, int Lines)> Methods(CSharpFile file)
    {
        foreach (var node in file.Root.DescendantNodes())
        {
            var (name, attributes) = node switch
            {
                MethodDeclarationSyntax { Body: null, ExpressionBody: null } => (null, default),
                MethodDeclarationSyntax method => (method.Identifier.Text, method.AttributeLists),
                ConstructorDeclarationSyntax constructor => (constructor.Identifier.Text, constructor.AttributeLists),
                BaseMethodDeclarationSyntax other => (other.Kind().ToString(), other.AttributeLists),
                AccessorDeclarationSyntax { Body: not null } accessor => (accessor.Keyword.Text, accessor.AttributeLists),
                _ => (null, default),
            };
            if (name is not null)
            {
                var start = attributes.Count > 0 ? attributes.Last().GetLastToken().GetNextToken() : node.GetFirstToken();
                var first = CSharpFile.LineOf(start);
                yield return (name, first, node.GetLocation().GetLineSpan().EndLinePosition.Line + 2 - first);
            }
        }
    }
}
