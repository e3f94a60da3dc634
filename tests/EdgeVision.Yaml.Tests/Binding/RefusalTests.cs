using EdgeVision.Yaml.Tests.Samples;

namespace EdgeVision.Yaml.Tests.Binding;

public class RefusalTests
{
    [Theory]
    [InlineData("prot: 1", "f.yaml:2:1: prot: unknown key; did you mean 'port'?")]
    [InlineData("part: {passwordFile: x}", "f.yaml:2:8: part.passwordFile: unknown key; did you mean 'password_file'?")]
    [InlineData("zzzzz: 1", "f.yaml:2:1: zzzzz: unknown key; allowed are id, enabled,")]
    [InlineData("power: 1", "f.yaml:2:1: power: is not in this version; delete the key")]
    [InlineData("<<: {port: 1}", "f.yaml:2:1: <<: merging mappings is not supported")]
    [InlineData("port: 70000", "f.yaml:2:7: port: 70000 is out of range; write a value from 1 to 65535")]
    [InlineData("port: '80'", "f.yaml:2:7: port: is a quoted text; write 80 without quotes")]
    [InlineData("port: 010", "f.yaml:2:7: port: '010' is not a whole number; leading zeros mean octal to some readers, write 10")]
    [InlineData("port: 0x10", "port: '0x10' is not a whole number; write digits only")]
    [InlineData("port: 1.5", "port: '1.5' is not a whole number; leave the fraction out")]
    [InlineData("port: 99999999999999999999", "port: '99999999999999999999' is not a whole number; it must lie between")]
    [InlineData("port:", "f.yaml:2:6: port: has no value; write a whole number, or delete the key")]
    [InlineData("port: [1]", "f.yaml:2:7: port: is a list; write a whole number")]
    [InlineData("enabled: yes", "enabled: 'yes' is not true or false; write true")]
    [InlineData("enabled: Off", "enabled: 'Off' is not true or false; write false")]
    [InlineData("score: 0,4", "score: '0,4' is not a number; write 0.4 with a point")]
    [InlineData("score: 40%", "score: '40%' is not a number; write it as a fraction")]
    [InlineData("score: .nan", "score: '.nan' is not a number")]
    [InlineData("score: 1e999", "score: '1e999' is not a number")]
    [InlineData("score: 1.5", "score: 1.5 is out of range; write a value from 0 to 1")]
    [InlineData("wait: 500", "wait: '500' is not a duration such as 500ms, 2s, 5m or 1h; the unit is missing, write 500s or 500ms")]
    [InlineData("wait: 5 min", "wait: '5 min' is not a duration such as 500ms, 2s, 5m or 1h; write 5m")]
    [InlineData("wait: 50ms", "wait: 50ms is out of range; write a value from 100ms to 1h")]
    [InlineData("most: 64", "most: '64' is not a size such as 64MiB, 512KiB or 2GiB; the unit is missing, write 64MiB or 64B")]
    [InlineData("most: 64 mb", "write 64MiB")]
    [InlineData("reserve: 10", "reserve: '10' is not a percentage from 0% to 100%; write 10%")]
    [InlineData("reserve: 110%", "reserve: '110%' is not a percentage from 0% to 100%")]
    [InlineData("mode: lowest", "mode: 'lowest' is not one of balanced or lowest_energy")]
    [InlineData("mode: LowestEnergy", "did you mean 'lowest_energy'?")]
    [InlineData("corner: [1, 2]", "corner: lies outside the picture")]
    [InlineData("corner: [1]", "corner: is not a point [x, y]")]
    [InlineData("objects: person", "f.yaml:2:10: objects: is one value where a list is needed; write [person]")]
    [InlineData("objects: [a, b, c, d]", "objects: has 4 entries: too many, write at most 3")]
    [InlineData("objects: [a, '']", "f.yaml:2:14: objects[1]: is an empty text")]
    [InlineData("part: 5", "part: is text where a mapping is needed; its keys are least or password_file")]
    [InlineData("models: {a/b: x}", "f.yaml:2:10: models: the name 'a/b' is not allowed")]
    [InlineData("models: {a: [x]}", "models.a: is a list; write a text, or a mapping of manifest or threads")]
    [InlineData("models: {a: {threads: 1}}", "f.yaml:2:10: models.a.manifest: is missing; write manifest: a text")]
    [InlineData("shape: {side: 1}", "f.yaml:2:8: shape: needs the key kind: one of circle or square")]
    [InlineData("shape: {kind: sqare, side: 1}", "shape.kind: 'sqare' is not one of circle or square; did you mean 'square'?")]
    [InlineData("shape: {kind: circle, side: 1}", "shape.side: unknown key")]
    public void SaysWhereWhatAndWhatToWrite(string line, string expected)
        => Assert.Contains(expected, string.Join('\n', Sample.Problems(line)), StringComparison.Ordinal);

    [Fact]
    public void AllProblemsAreReportedAtOnceInTheOrderOfTheFile()
    {
        var problems = Sample.Bind("port: x\nport: 2\nmode: fast\npart:\n  least: y\n").Problems.ToString().Split('\n');
        string[] expected = ["f.yaml:1:1: id: is missing; write id: a text", "f.yaml:1:7: port: 'x'", "f.yaml:2:1: gives the key 'port'", "f.yaml:3:7: mode: 'fast'", "f.yaml:5:10: part.least: 'y'"];
        Assert.Equal(expected.Length, problems.Length);
        Assert.All(expected.Zip(problems), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void AHostileFileGetsABoundedReport()
    {
        var bound = Sample.Bind(string.Concat(Enumerable.Range(0, 5000).Select(i => $"k{i}x: 1\n")));
        Assert.Equal(200, bound.Problems.All.Count);
        Assert.EndsWith("and 4801 more", bound.Problems.ToString(), StringComparison.Ordinal);
        Assert.True(bound.Problems.ToString().Length < 60_000);
    }

    [Fact]
    public void ControlCharactersOfTheFileDoNotReachTheTerminal()
        => Assert.DoesNotContain("\u001b", string.Join('\n', Sample.Problems("\"\\e[31m\": 1\nmode: \"\\e[31m\"")), StringComparison.Ordinal);
}
