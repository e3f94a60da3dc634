using EdgeVision.Architecture.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EdgeVision.Architecture.Tests.Rules;

/// <summary>Only the program talks to the terminal.</summary>
internal static class ConsoleRule
{
    public static IEnumerable<Violation> Check(CSharpFile file)
    {
        if (file.IsOf(ProjectTable.Service))
        {
            return [];
        }

        var uses = file.Root.DescendantNodes().Where(node =>
            node is MemberAccessExpressionSyntax access && access.Expression.ToString() is "Console" or "System.Console" or "global::System.Console");
        var imports = file.Root.Usings.Where(directive => directive.NamespaceOrType.ToString() == "System.Console").Cast<SyntaxNode>();
        return uses.Concat(imports).Select(node => file.At(node, "Console is for EdgeVision.Service alone"));
    }
}
