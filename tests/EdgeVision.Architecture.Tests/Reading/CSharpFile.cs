using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EdgeVision.Architecture.Tests.Reading;

/// <summary>One parsed C# file.</summary>
public sealed class CSharpFile(TextFile file)
{
    public TextFile File { get; } = file;

    public string Path => File.Path;

    public CompilationUnitSyntax Root { get; } = CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot();

    /// <summary>Types and delegates that are not nested in another type.</summary>
    public IEnumerable<MemberDeclarationSyntax> TopLevelTypes => Types(Root.Members);

    public static CSharpFile Of(string path, string text) => new(new TextFile(path, text));

    public static int LineOf(SyntaxNodeOrToken place) => place.GetLocation()!.GetLineSpan().StartLinePosition.Line + 1;

    public static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax declared => declared.Identifier.Text,
        DelegateDeclarationSyntax declared => declared.Identifier.Text,
        _ => "",
    };

    public Violation At(SyntaxNodeOrToken place, string what) => new(Path, LineOf(place), what);

    /// <summary>Is it one of the project's own files (src/PROJECT/…)?</summary>
    public bool IsOf(string project) => File.IsUnder($"src/{project}");

    private static IEnumerable<MemberDeclarationSyntax> Types(IEnumerable<MemberDeclarationSyntax> members) =>
        members.SelectMany(member => member switch
        {
            BaseNamespaceDeclarationSyntax space => Types(space.Members),
            BaseTypeDeclarationSyntax or DelegateDeclarationSyntax => [member],
            _ => [],
        });
}
