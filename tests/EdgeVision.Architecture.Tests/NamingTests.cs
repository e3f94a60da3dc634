using EdgeVision.Architecture.Tests.Reading;
using EdgeVision.Architecture.Tests.Rules;

namespace EdgeVision.Architecture.Tests;

public class NamingTests
{
    [Fact]
    public void A_file_holds_one_type_and_bears_its_name() => Verdict.Clean(Checkout.Code.SelectMany(OneTypeRule.Check));

    [Fact]
    public void No_name_is_empty() => Verdict.Clean(
        Checkout.Code.SelectMany(NameRule.CheckTypes).Concat(
            Checkout.Files.Where(file => file.IsUnder("src") || file.IsUnder("tests") || file.IsUnder("scripts")).SelectMany(NameRule.CheckFileName)));

    [Theory]
    [InlineData("src/A.cs", "class A { }\nclass B { }", "B wants its own file")]
    [InlineData("src/A.cs", "namespace N { record A; }\ndelegate void B();", "B wants its own file")]
    [InlineData("src/A.cs", "\nclass B { }", "B belongs in B.cs")]
    [InlineData("src/A.cs", "namespace N;\nenum B;", "B belongs in B.cs")]
    public void A_second_type_or_a_strange_name_is_caught(string path, string code, string says) =>
        Verdict.Caught(OneTypeRule.Check(CSharpFile.Of(path, code)), 2, says);

    [Theory]
    [InlineData("src/A.cs", "class A<T> { class B { } enum C { } delegate void D(); }")]
    [InlineData("src/A.Values.cs", "partial class A { }")]
    [InlineData("src/AssemblyInfo.cs", "[assembly: X]")]
    public void Nested_types_and_parts_are_fine(string path, string code) => Verdict.Clean(OneTypeRule.Check(CSharpFile.Of(path, code)));

    [Theory]
    [InlineData("class FrameManager { }", "Manager")]
    [InlineData("class A { struct PathUtils { } }", "Utils")]
    [InlineData("interface IFrameProcessor { }", "Processor")]
    [InlineData("enum HelperKind { }", "Helper")]
    [InlineData("delegate void YUVHelper();", "Helper")]
    public void An_empty_word_in_a_type_is_caught(string code, string word) =>
        Verdict.Caught(NameRule.CheckTypes(CSharpFile.Of("src/A.cs", code)), 1, $"'{word}'");

    [Theory]
    [InlineData("src/PathUtil.cs", "Util")]
    [InlineData("scripts/build-helpers.sh", "helpers")]
    public void An_empty_word_in_a_file_name_is_caught(string path, string word) =>
        Verdict.Caught(NameRule.CheckFileName(new(path, "")), 0, $"'{word}'");

    [Fact]
    public void Words_that_only_look_alike_are_fine()
    {
        Verdict.Clean(NameRule.CheckTypes(CSharpFile.Of("src/A.cs", "class Preprocessing { int ProcessorCount; void Helper() { } } class Utilisation { }")));
        Verdict.Clean(NameRule.CheckFileName(new("src/Helpers/Utilisation.cs", "")));
    }
}
