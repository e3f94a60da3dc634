using System.Text;
using EdgeVision.Yaml.Reading;

namespace EdgeVision.Yaml.Tests.Reading;

public class RefusedTextTests
{
    [Theory]
    [InlineData("a: 1\nb: \0", "f.yaml:2:4: holds a NUL character")]
    [InlineData("a: 1\r\nb: \u001b[31m", "f.yaml:2:4: holds the control character U+001B")]
    [InlineData("a: 1\nb: 2\na: 3\n", "f.yaml:3:1: gives the key 'a' a second time (first in line 1)")]
    [InlineData("a: &x 1\nb: 2\n", "f.yaml:1:4: sets the anchor &x; anchors are not supported")]
    [InlineData("a: *x\n", "f.yaml:1:4: uses the alias *x; aliases are not supported")]
    [InlineData("a: !!binary aGk=\n", "f.yaml:1:4: uses the tag 'tag:yaml.org,2002:binary'")]
    [InlineData("a: 1\n---\nb: 2\n", "f.yaml:2:1: starts a second document")]
    [InlineData("? [a, b]\n: 1\n", "f.yaml:1:3: uses a list or mapping as a key")]
    [InlineData("a:\n\tb: 1\n", "f.yaml:2:1: is indented with a tab, which YAML does not allow; use spaces")]
    [InlineData("a:\n  b: 1\n \t c: 1\n", "f.yaml:3:2: is indented with a tab")]
    [InlineData("a: [1, 2\nb: 3\n", "f.yaml:2:1: is not YAML from about here on; the [ in line 1 may lack its ]")]
    [InlineData("a: 'x\nb: 3\n", "is not YAML")]
    [InlineData("a: [x, {y: 1\n", "the { in line 1 may lack its }")]
    [InlineData("a: @x\n", "put a value that starts with @ in quotes")]
    [InlineData("a: b: c\n", "put a value that holds ': ' in quotes")]
    [InlineData("a: 1\n  b: 2\n", "f.yaml:2:")]
    public void IsNamedWithItsPlace(string text, string expected)
    {
        var problems = YamlReader.Read("f.yaml", Encoding.UTF8.GetBytes(text)).Problems.ToString();
        Assert.Contains(expected, problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, "f.yaml:1:1: is UTF-16 text; save it as UTF-8")]
    [InlineData(new byte[] { 0x61, 0x3A, 0x20, 0x31, 0x0A, 0x62, 0xE9, 0x3A }, "f.yaml:2:2: is not UTF-8 text")]
    public void BytesThatAreNoUtf8AreNamed(byte[] bytes, string expected)
        => Assert.StartsWith(expected, YamlReader.Read("f.yaml", bytes).Problems.ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("\uFEFFa: 1\n")]
    [InlineData("a: 1\r\nb:\r\n  - c\r\n")]
    [InlineData("%YAML 1.2\n---\na: 1\n...\n")]
    [InlineData("---\na: 1\n")]
    [InlineData("a: |\n  \ttext with a tab\n")]
    [InlineData("a: Zürich, 東京, \"\\t\"\n")]
    [InlineData("# only before\na: 1 # after\n")]
    public void HarmlessFormsAreAccepted(string text)
    {
        var reading = YamlReader.Read("f.yaml", Encoding.UTF8.GetBytes(text));
        Assert.Equal("", reading.Problems.ToString());
        Assert.NotNull(reading.Root);
    }

    [Fact]
    public void AFileThatCannotBeReadIsAProblem()
    {
        Assert.Equal("/none/x.yaml: is not there; give the path of a YAML file", YamlReader.ReadFile("/none/x.yaml").Problems.ToString());
        Assert.EndsWith("is a folder; give the path of a YAML file", YamlReader.ReadFile(Path.GetTempPath()).Problems.ToString(), StringComparison.Ordinal);
    }
}
