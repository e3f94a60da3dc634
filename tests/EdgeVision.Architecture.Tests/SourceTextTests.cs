using EdgeVision.Architecture.Tests.Reading;
using EdgeVision.Architecture.Tests.Rules;

namespace EdgeVision.Architecture.Tests;

/// <summary>What must not be written in src.</summary>
public class SourceTextTests
{
    [Fact]
    public void There_are_no_regions() => Verdict.Clean(Checkout.Code.SelectMany(RegionRule.Check));

    [Fact]
    public void Source_knows_of_no_test() => Verdict.Clean(
        Checkout.Files.Where(file => file.IsUnder("src") && (file.EndsWith(".cs") || file.EndsWith(".csproj"))).SelectMany(TestMentionRule.Check));

    [Fact]
    public void Only_the_service_writes_to_the_terminal() => Verdict.Clean(Checkout.Sources.SelectMany(ConsoleRule.Check));

    [Fact]
    public void Topics_are_written_in_one_file() => Verdict.Clean(TopicRule.Check(Checkout.Sources));

    [Fact]
    public void A_region_is_caught() =>
        Verdict.Caught(RegionRule.Check(CSharpFile.Of("src/A.cs", "class A\n{\n    #region B\n    #endregion\n}")), 3, "#region");

    [Theory]
    [InlineData("namespace A;\nusing EdgeVision.Testing;", "EdgeVision.Testing")]
    [InlineData("\n[assembly: InternalsVisibleTo(\"B\")]", "InternalsVisibleTo")]
    [InlineData("\n<InternalsVisibleTo Include=\"B\" />", "InternalsVisibleTo")]
    [InlineData("\n// see EdgeVision.Core.Tests", "EdgeVision.Core.Tests")]
    [InlineData("\n<PackageReference Include=\"xunit.assert\" />", "xunit.assert")]
    public void A_word_of_a_test_is_caught(string text, string says) =>
        Verdict.Caught(TestMentionRule.Check(new("src/A.cs", text)), 2, says);

    [Theory]
    [InlineData("class A\n{ void B() => Console.WriteLine(); }")]
    [InlineData("class A\n{ void B() => System.Console.Error.Flush(); }")]
    [InlineData("\nusing static System.Console;")]
    public void Console_elsewhere_is_caught(string code)
    {
        Verdict.Caught(ConsoleRule.Check(CSharpFile.Of("src/EdgeVision.Core/A.cs", code)), 2, "Console");
        Verdict.Clean(ConsoleRule.Check(CSharpFile.Of("src/EdgeVision.Service/A.cs", code)));
    }

    [Fact]
    public void A_topic_outside_messaging_is_caught() => Verdict.Caught(
        TopicRule.Check([Topic("EdgeVision.Service", "\"edgevision/x\"")]), 2, "belongs in EdgeVision.Messaging");

    [Theory]
    [InlineData("\"homeassistant/device\"")]
    [InlineData("$\"edgevision/{C}\"")]
    [InlineData("$\"edgevision/{C}/edgevision/\"")]
    [InlineData("\"edgevision/\"u8")]
    [InlineData("@\"edgevision/\"")]
    public void A_topic_in_a_second_file_is_caught(string literal)
    {
        CSharpFile[] files = [Topic("EdgeVision.Messaging/Topics", "\"edgevision/status\""), Topic("EdgeVision.Messaging/Outbox", literal)];

        var violation = Assert.Single(TopicRule.Check(files));
        Assert.Equal("src/EdgeVision.Messaging/Outbox/A.cs", violation.Path);
        Assert.Contains("belongs in src/EdgeVision.Messaging/Topics/A.cs", violation.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"/var/lib/edgevision/state\"")]
    [InlineData("$\"{C}/edgevision/\"")]
    [InlineData("\"edgevision\" /* edgevision/x */")]
    public void Other_texts_are_no_topics(string literal) => Verdict.Clean(TopicRule.Check([Topic("EdgeVision.Service", literal)]));

    private static CSharpFile Topic(string folder, string literal) =>
        CSharpFile.Of($"src/{folder}/A.cs", $"class A\n{{ object B => {literal}; }}");
}
