using System.Text.RegularExpressions;
using EdgeVision.Architecture.Tests.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EdgeVision.Architecture.Tests.Rules;

/// <summary>Names say what a thing is; these words say nothing.</summary>
internal static partial class NameRule
{
    private static readonly HashSet<string> s_empty = new(StringComparer.OrdinalIgnoreCase)
    {
        "Manager", "Managers", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Processor", "Processors",
    };

    public static IEnumerable<Violation> CheckFileName(TextFile file) =>
        EmptyWord(file.Name) is { } word ? [new(file.Path, 0, $"the file's name says '{word}': name what it is")] : [];

    public static IEnumerable<Violation> CheckTypes(CSharpFile file) =>
        from type in file.Root.DescendantNodes().OfType<MemberDeclarationSyntax>()
        let word = EmptyWord(CSharpFile.NameOf(type))
        where word is not null
        select file.At(type, $"{CSharpFile.NameOf(type)} says '{word}': name what it is");

    private static string? EmptyWord(string name) =>
        Words().Matches(name).Select(match => match.Value).FirstOrDefault(s_empty.Contains);

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+")]
    private static partial Regex Words();
}
