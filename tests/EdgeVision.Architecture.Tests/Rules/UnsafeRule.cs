using EdgeVision.Architecture.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EdgeVision.Architecture.Tests.Rules;

/// <summary>Unsafe code and native imports live in EdgeVision.Native alone.</summary>
internal static class UnsafeRule
{
    private static readonly string[] s_imports = ["DllImport", "DllImportAttribute", "LibraryImport", "LibraryImportAttribute"];

    public static IEnumerable<Violation> Check(CSharpFile file)
    {
        if (file.IsOf(ProjectTable.Native))
        {
            return [];
        }

        var words = file.Root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.UnsafeKeyword))
            .Select(token => file.At(token, "unsafe code belongs in EdgeVision.Native"));
        var imports = file.Root.DescendantNodes().OfType<AttributeSyntax>().Where(IsImport)
            .Select(attribute => file.At(attribute, $"{attribute.Name} belongs in EdgeVision.Native"));
        return words.Concat(imports);
    }

    /// <summary>Project files and the props that all share.</summary>
    public static IEnumerable<Violation> Check(ProjectFile project) =>
        project.AllowsUnsafe && project.Name != ProjectTable.Native
            ? [new(project.Path, 0, "AllowUnsafeBlocks is for EdgeVision.Native alone")]
            : [];

    private static bool IsImport(AttributeSyntax attribute) =>
        s_imports.Contains(attribute.Name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.Text : attribute.Name.ToString());
}
