using EdgeVision.Architecture.Tests.Reading;
using EdgeVision.Architecture.Tests.Rules;

namespace EdgeVision.Architecture.Tests;

public class SizeTests
{
    private static readonly TextFile s_noneKnown = new("known.txt", "# none\n\n");

    [Fact]
    public void Files_hold_one_idea()
    {
        var files = Checkout.Sources.Select(source => source.File).ToList();

        Assert.NotEmpty(files);
        Verdict.Clean(FileSizeRule.CheckSpread(files)
            .Concat(FileSizeRule.Check(files, Checkout.File("tests/EdgeVision.Architecture.Tests/known-large-files.txt"))));
    }

    [Fact]
    public void Methods_fit_on_a_screen() =>
        Verdict.Clean(MethodLengthRule.CheckSpread(Checkout.Sources).Concat(Checkout.Sources.SelectMany(MethodLengthRule.Check)));

    [Fact]
    public void A_file_over_the_limit_needs_a_reason()
    {
        TextFile[] files = [Lines("src/Small.cs", 600), Lines("src/Large.cs", 601)];

        Verdict.Caught(FileSizeRule.Check(files, s_noneKnown), 0, "601 lines");
        Verdict.Clean(FileSizeRule.Check(files, new("known.txt", "src/Large.cs: one table of the standard\n")));
    }

    [Fact]
    public void The_list_of_large_files_takes_no_empty_reason_and_no_small_file()
    {
        TextFile[] small = [Lines("src/Small.cs", 600)];
        TextFile[] large = [Lines("src/Large.cs", 601)];

        Verdict.Caught(FileSizeRule.Check(small, new("known.txt", "src/Small.cs: was large once\n")), 0, "take it out");
        Verdict.Caught(FileSizeRule.Check(small, new("known.txt", "src/Gone.cs: was large once\n")), 0, "take it out");
        Assert.Equal(2, FileSizeRule.Check(large, new("known.txt", "src/Large.cs:\n")).Count());
    }

    [Theory]
    [InlineData(120, 120, 120, 120, 120, 120, 120, 120, 300, 600, null)]
    [InlineData(1, 1, 1, 1, 121, 121, 121, 121, 121, 121, "median")]
    [InlineData(1, 1, 1, 1, 1, 1, 1, 1, 301, 301, "90th percentile")]
    public void The_spread_of_file_sizes_is_held(
        int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, string? says)
    {
        int[] sizes = [a, b, c, d, e, f, g, h, i, j];
        var found = FileSizeRule.CheckSpread([.. sizes.Select((size, n) => Lines($"src/{n}.cs", size))]);

        if (says is null)
        {
            Verdict.Clean(found);
        }
        else
        {
            Verdict.Caught(found, 0, says);
        }
    }

    [Theory]
    [InlineData(60, 0)]
    [InlineData(61, 1)]
    public void A_method_over_the_limit_is_caught(int lines, int violations)
    {
        var found = MethodLengthRule.Check(Method("void B()", lines)).ToList();

        Assert.Equal(violations, found.Count);
        Assert.All(found, violation => Assert.Equal(new Violation("src/A.cs", 4, $"B has {lines} lines; at most 60"), violation));
    }

    [Theory]
    [InlineData("A()")]
    [InlineData("public static int operator +(A a, A b)")]
    [InlineData("int B { get")]
    public void Constructors_operators_and_accessors_are_methods_too(string signature) =>
        Assert.Single(MethodLengthRule.Check(Method(signature, 61)));

    [Fact]
    public void One_method_in_ten_may_be_longer_than_usual()
    {
        var shorter = Enumerable.Range(0, 9).Select(_ => Method("void B()", 30)).ToList();

        Verdict.Clean(MethodLengthRule.CheckSpread([.. shorter, Method("void B()", 31)]));
        Verdict.Caught(MethodLengthRule.CheckSpread([.. shorter.Skip(1), Method("void B()", 31)]), 0, "of the methods");
    }

    [Fact]
    public void Lines_are_counted_without_attributes_and_comments_above()
    {
        var file = CSharpFile.Of("src/A.cs", "class A\n{\n    /// <summary>B.</summary>\n    [C]\n    [D]\n    void B() =>\n        E();\n    abstract void F();\n}\n");

        Assert.Equal(("B", 6, 2), Assert.Single(MethodLengthRule.Methods(file)));
    }

    private static TextFile Lines(string path, int count) => new(path, string.Concat(Enumerable.Repeat("//\n", count)));

    private static CSharpFile Method(string signature, int lines)
    {
        var body = string.Concat(Enumerable.Repeat("        ;\n", lines - 3));
        var end = signature.Contains('{', StringComparison.Ordinal) ? "    } }\n" : "    }\n";
        return CSharpFile.Of("src/A.cs", $"class A\n{{\n    [C]\n    {signature}\n    {{\n{body}{end}}}\n");
    }
}
