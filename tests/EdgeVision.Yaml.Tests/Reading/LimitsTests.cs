using System.Text;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Reading;

namespace EdgeVision.Yaml.Tests.Reading;

public class LimitsTests
{
    [Theory]
    [InlineData("[", "")]
    [InlineData("{a: ", "")]
    [InlineData("- ", "")]
    [InlineData("[[{a: ", "")]
    [InlineData("? ", "")]
    [InlineData("{", "")]
    [InlineData("[", "]")]
    public void DeepNestingIsOneProblemAndNoCrash(string open, string close)
    {
        var count = 200_000 / (open.Length + close.Length);
        var text = string.Concat(Enumerable.Repeat(open, count)) + string.Concat(Enumerable.Repeat(close, count));

        var reading = Read(text);

        Assert.Null(reading.Root);
        Assert.Single(reading.Problems.All);
    }

    [Fact]
    public void DepthIsAllowedUpToTheLimitAndNotBeyond()
    {
        Assert.False(Read(new string('[', 32) + new string(']', 32)).Problems.Any);
        var tooDeep = Read(new string('[', 33) + new string(']', 33));
        Assert.Equal("f.yaml:1:33: is nested deeper than 32 levels, which no such file needs; look for a bracket too many", tooDeep.Problems.ToString());
    }

    [Fact]
    public void BytesAreCountedBeforeAnythingIsParsed()
    {
        Assert.False(Read("a: b #" + new string('x', (256 * 1024) - 6)).Problems.Any);
        Assert.Contains("larger than 262144 bytes", Read("a: b #" + new string('x', (256 * 1024) - 5)).Problems.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEndlessFileIsReadNoFurtherThanTheLimit()
        => Assert.Contains("larger than", YamlReader.ReadFile("/dev/zero").Problems.ToString(), StringComparison.Ordinal);

    [Fact]
    public void ValuesAreCounted()
        => Assert.Contains("f.yaml:1:40000: holds more than 20000 values", Read("[" + string.Concat(Enumerable.Repeat("a,", 30_000)) + "]").Problems.ToString(), StringComparison.Ordinal);

    [Fact]
    public void OneTextIsBounded()
        => Assert.Contains("f.yaml:1:4: holds a text of 9000 characters", Read("a: " + new string('x', 9000)).Problems.ToString(), StringComparison.Ordinal);

    [Fact]
    public void ThePlaceOfEveryNodeIsKept()
    {
        var root = Assert.IsType<YamlMapping>(Read("a: 1\nb:\n  - x\n  - {c: 'y'}\n").Root);
        Assert.Equal(new Origin("f.yaml", 2, 1), root.Entries[1].KeyOrigin);
        var list = Assert.IsType<YamlSequence>(root.Entries[1].Value);
        Assert.Equal((4, 5), (list.Items[1].Origin.Line, list.Items[1].Origin.Column));
        var quoted = Assert.IsType<YamlScalar>(Assert.IsType<YamlMapping>(list.Items[1]).Entries[0].Value);
        Assert.Equal((4, 9, false), (quoted.Origin.Line, quoted.Origin.Column, quoted.IsPlain));
    }

    private static YamlReading Read(string text) => YamlReader.Read("f.yaml", Encoding.UTF8.GetBytes(text));
}
