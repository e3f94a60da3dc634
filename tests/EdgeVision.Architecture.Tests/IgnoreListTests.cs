using EdgeVision.Architecture.Tests.Reading;

namespace EdgeVision.Architecture.Tests;

/// <summary>The rules look at what git would take: no more, no less.</summary>
public class IgnoreListTests
{
    private readonly IgnoreList _list = new("# built\nbin/\n*.swp\n/.native/\n/models/*/*.onnx\n!/models/kept-*/*.onnx\n\n");

    [Theory]
    [InlineData("bin/")]
    [InlineData("src/A/bin/")]
    [InlineData("src/.a.cs.swp")]
    [InlineData(".native/")]
    [InlineData("models/a/b.onnx")]
    public void What_git_ignores_is_hidden(string path) => Assert.True(_list.Hides(path));

    [Theory]
    [InlineData("bin")]
    [InlineData("src/cabin/")]
    [InlineData("src/.native/")]
    [InlineData("models/b.onnx")]
    [InlineData("models/kept-a/b.onnx")]
    [InlineData("src/models/a/b.onnx")]
    [InlineData("a.swp.cs")]
    public void All_else_is_seen(string path) => Assert.False(_list.Hides(path));

    [Theory]
    [InlineData("a/**/b")]
    [InlineData("[ab]")]
    public void A_pattern_it_cannot_read_is_refused(string line) => Assert.Throws<NotSupportedException>(() => new IgnoreList(line));

    [Fact]
    public void The_checkout_is_read_without_what_is_built()
    {
        Assert.Contains(Checkout.Files, file => file.Path == "EdgeVision.sln");
        Assert.Contains(Checkout.Files, file => file.Path == "tests/EdgeVision.Architecture.Tests/IgnoreListTests.cs");
        Assert.DoesNotContain(Checkout.Files, file => file.Path.Contains("/obj/", StringComparison.Ordinal));
    }
}
