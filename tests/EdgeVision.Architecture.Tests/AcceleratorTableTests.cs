using System.Text.RegularExpressions;
using EdgeVision.Architecture.Tests.Reading;
using EdgeVision.Architecture.Tests.Rules;

namespace EdgeVision.Architecture.Tests;

/// <summary>docs/accelerators.md claims nothing that nobody saw.</summary>
public partial class AcceleratorTableTests
{
    private static readonly TextFile Document = Checkout.File("docs/accelerators.md");

    [Fact]
    public void Every_row_is_verified_or_says_that_it_is_not() => Verdict.Clean(VerifiedRowRule.Check(Document));

    [Fact]
    public void Every_provider_of_the_catalogue_has_a_row()
    {
        var rows = string.Join(' ', VerifiedRowRule.Providers(Document));
        var providers = Checkout.Files.Where(file => file.IsUnder("src/EdgeVision.Inference/Accelerators/Catalogue/Data"))
            .SelectMany(file => file.Lines).Select(line => ProviderName().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToList();

        Assert.True(providers.Count >= 18, $"only {providers.Count} providers are in the catalogue");
        Assert.All(providers, name => Assert.Contains(name, rows, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("| NPU | QNN | `x` | should work |", "neither")]
    [InlineData("| NPU | QNN | `x` | verified |", "neither")]
    [InlineData("| NPU | QNN | `x` | verified: yes |", "neither")]
    [InlineData("| NPU | QNN | `x` | verified: on a board with all tests of the suite |", "neither")]
    [InlineData("| NPU | QNN | `x` | |", "filled cells")]
    [InlineData("| NPU | QNN | not verified on hardware |", "filled cells")]
    public void A_row_with_neither_is_caught(string row, string says) => Verdict.Caught(VerifiedRowRule.Check(Table(row)), 3, says);

    [Theory]
    [InlineData("| NPU | QNN | `x` | not verified on hardware |")]
    [InlineData("| NPU | QNN | `x` | verified: the whole suite on a board, May 2027 |")]
    public void A_row_with_one_is_fine(string row) => Verdict.Clean(VerifiedRowRule.Check(Table(row)));

    [Fact]
    public void A_missing_table_is_caught() => Verdict.Caught(VerifiedRowRule.Check(new("d.md", "# Accelerators\n")), 0, "has no table");

    private static TextFile Table(string row) => new("d.md", $"| device class | provider | how | verified |\n|---|---|---|---|\n{row}\n");

    [GeneratedRegex(@"^  - name: (\w+)$")]
    private static partial Regex ProviderName();
}
