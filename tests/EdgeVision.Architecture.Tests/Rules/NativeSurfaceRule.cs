using EdgeVision.Architecture.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EdgeVision.Architecture.Tests.Rules;

/// <summary>What EdgeVision.Native shows has spans, handles and records in its signatures, no pointers.</summary>
internal static class NativeSurfaceRule
{
    public static IEnumerable<Violation> Check(CSharpFile file) =>
        from member in file.Root.DescendantNodes().OfType<MemberDeclarationSyntax>()
        where IsVisible(member)
        from type in Signature(member).OfType<SyntaxNode>()
        from pointer in type.DescendantNodesAndSelf().Where(node => node is PointerTypeSyntax or FunctionPointerTypeSyntax).Take(1)
        select file.At(pointer, $"'{pointer}' in a public signature: show a span or a handle");

    private static IEnumerable<SyntaxNode?> Signature(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => [method.ReturnType, method.ParameterList],
        OperatorDeclarationSyntax method => [method.ReturnType, method.ParameterList],
        ConversionOperatorDeclarationSyntax method => [method.Type, method.ParameterList],
        ConstructorDeclarationSyntax method => [method.ParameterList],
        DelegateDeclarationSyntax type => [type.ReturnType, type.ParameterList],
        IndexerDeclarationSyntax property => [property.Type, property.ParameterList],
        BasePropertyDeclarationSyntax property => [property.Type],
        BaseFieldDeclarationSyntax field => [field.Declaration.Type],
        TypeDeclarationSyntax type => [type.ParameterList, type.BaseList],
        _ => [],
    };

    private static bool IsVisible(MemberDeclarationSyntax member) =>
        IsShown(member) && member.Ancestors().OfType<BaseTypeDeclarationSyntax>().All(IsShown);

    private static bool IsShown(MemberDeclarationSyntax member)
    {
        bool Has(SyntaxKind kind) => member.Modifiers.Any(kind);
        var isPrivate = Has(SyntaxKind.PrivateKeyword);
        return member.Parent is InterfaceDeclarationSyntax
            ? !isPrivate && !Has(SyntaxKind.InternalKeyword)
            : Has(SyntaxKind.PublicKeyword) || (Has(SyntaxKind.ProtectedKeyword) && !isPrivate);
    }
}
