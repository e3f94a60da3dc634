using EdgeVision.Architecture.Tests.Reading;
using EdgeVision.Architecture.Tests.Rules;
using EdgeVision.Testing;

namespace EdgeVision.Architecture.Tests;

/// <summary>What holds for every text file, documents and scripts included.</summary>
public class WholeRepositoryTests
{
    /// <summary>Parts that come from Debian or npm.</summary>
    private static readonly string[] s_systemParts = ["ffmpeg", "libmosquitto1", "libturbojpeg0", "onnxruntime-node"];

    [Fact]
    public void No_file_names_a_registry_or_a_folder_of_one_machine() => Verdict.Clean(Checkout.Files.SelectMany(ForeignTextRule.Check));

    [Fact]
    public void Every_dependency_has_its_reason() => Verdict.Clean(DependencyRule.Check(
        Checkout.File("Directory.Packages.props"), Checkout.File("docs/dependencies.md"), s_systemParts));

    [Fact]
    public void Every_link_in_the_documents_leads_somewhere() => Verdict.Clean(
        Checkout.Files.Where(file => file.EndsWith(".md")).SelectMany(file => LinkRule.Check(file, IsThere)));

    // Written in pieces, so that the real files stay clean.
    [Theory]
    [InlineData("\n\"resolved\": \"https://registry.npmjs", ".org/a/-/a-1.tgz\"", "registry.npmjs")]
    [InlineData("\n<add key=\"n\" value=\"https://api.nuget", ".org/\" />", "api.nuget")]
    [InlineData("\ncd /", "work/main", "folder of one machine")]
    [InlineData("\npath: \"/", "root/.nuget\"", "folder of one machine")]
    [InlineData("\nfile:///", "root/x", "folder of one machine")]
    public void A_registry_or_a_machines_folder_is_caught(string text, string rest, string says) =>
        Verdict.Caught(ForeignTextRule.Check(new("docs/a.md", text + rest)), 2, says);

    [Theory]
    [InlineData("see src/work/a.cs and $HOME/work/ and ./root/x and {dir}/root/")]
    [InlineData("the workspace /works/ and /rooted/")]
    public void Other_paths_are_fine(string text) => Verdict.Clean(ForeignTextRule.Check(new("docs/a.md", text)));

    [Fact]
    public void A_package_without_a_reason_is_caught()
    {
        var packages = new TextFile("p", """<PackageVersion Include="A" Version="1" /><PackageVersion Include="B" Version="1" />""");

        Verdict.Caught(DependencyRule.Check(packages, new("d.md", "| `A` | reads the letters |\n"), []), 0, "reason for B");
        Verdict.Caught(DependencyRule.Check(packages, new("d.md", "| `A` | reads the letters |\n| `B` | |\n"), []), 0, "reason for B");
        Verdict.Caught(DependencyRule.Check(packages, new("d.md", "| `A` | one two three |\n| `B` | one two three |\n"), ["c"]), 0, "reason for c");
        Verdict.Caught(
            DependencyRule.Check(packages, new("d.md", "| `A` | one two three |\n| `B` | one two three |\n| `C` | one two three |\n"), []), 0, "C is explained");
    }

    [Theory]
    [InlineData("\nsee [that](gone.md)", "gone.md")]
    [InlineData("\n![picture](../img/gone.png \"title\")", "../img/gone.png")]
    [InlineData("\n[that]: formats/gone.md", "formats/gone.md")]
    public void A_dead_link_is_caught(string text, string target) =>
        Verdict.Caught(LinkRule.Check(new("docs/a.md", text), path => path == "docs/there.md"), 2, $"'{target}'");

    [Fact]
    public void Live_links_foreign_links_and_code_are_fine() => Verdict.Clean(LinkRule.Check(
        new("docs/deep/a.md", """
            [up](../there.md), [part](../there.md#part), [here](#part), [far](https://example.org/x), [mail](mailto:a@example.org)
            `[code](gone.md)`
            ```
            [fenced](gone.md)
            ```
            """),
        path => path == "docs/there.md"));

    private static bool IsThere(string path) => File.Exists(Repository.PathOf(path)) || Directory.Exists(Repository.PathOf(path));
}
