using EdgeVision.Architecture.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EdgeVision.Architecture.Tests.Rules;

/// <summary>MQTT topics are written in one file of EdgeVision.Messaging.</summary>
internal static class TopicRule
{
    private static readonly string[] s_roots = ["edgevision/", "homeassistant/"];

    public static IEnumerable<Violation> Check(IEnumerable<CSharpFile> files)
    {
        var writers = files.Select(file => (File: file, Topics: Topics(file).ToList())).Where(writer => writer.Topics.Count > 0).ToList();
        var home = writers.Find(writer => writer.File.IsOf(ProjectTable.Messaging)).File;
        return writers.Where(writer => writer.File != home)
            .SelectMany(writer => writer.Topics.Select(topic => writer.File.At(topic, home is null
                ? $"the topic {topic} belongs in EdgeVision.Messaging"
                : $"the topic {topic} belongs in {home.Path}")));
    }

    private static IEnumerable<SyntaxToken> Topics(CSharpFile file) =>
        file.Root.DescendantTokens().Where(token => IsStartOfText(token) && s_roots.Any(root => token.ValueText.StartsWith(root, StringComparison.Ordinal)));

    private static bool IsStartOfText(SyntaxToken token) =>
        token.IsKind(SyntaxKind.InterpolatedStringTextToken)
            ? token.Parent is { Parent: InterpolatedStringExpressionSyntax text } && text.Contents[0] == token.Parent
            : token.Parent is LiteralExpressionSyntax && token.Value is string;
}
