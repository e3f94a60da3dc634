using System.Text;
using EdgeVision.Yaml.Binding;
using EdgeVision.Yaml.Tests.Samples;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Yaml.Tests.Reading;

public class FuzzTests
{
    private const string Seed = """
        id: gate-1
        port: 8883
        wait: 1.5s # a comment
        objects: [person, "a b", 'c''d']
        part: {least: 0.2, password_file: /etc/p}
        models:
          fine: street-m
          night: {manifest: x, threads: 2}
        devices:
          - npu
          - manifest: |
              a block
        shape: {kind: square, side: 2}
        """;

    private static readonly string[] Snippets =
    [
        "[", "]", "{", "}", "- ", "? ", ": ", "&a ", "*a ", "!!str ", "!<", "|", ">-", "\"", "'", "#", "%YAML", "---\n", "...\n",
        "\t", "\r", "\0", "\uFEFF", "\u2028", "\u0085", "<<: ", "@", "`", "\\x", "\"\\u12\"", "~", "\n\n", "     ", "😀",
    ];

    [Fact]
    public void RandomBytesGiveProblemsOrAValueButNeverAnException()
        => Prop.ForAll<byte[]>(bytes => Survives(bytes)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(400));

    [Fact]
    public void BrokenFormsOfAGoodFileGiveProblemsOrAValueButNeverAnException()
        => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Survives(Encoding.UTF8.GetBytes(Mutate(seed))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    // Forms on which a scanner that looks ahead or back could be quadratic; each fills the whole limit.
    [Theory]
    [InlineData("a: \"", "x ")]
    [InlineData("a: |\n", "  x\n")]
    [InlineData("", "a: b: ")]
    [InlineData("", "\"a\" ")]
    [InlineData("", "? a\n")]
    [InlineData("", "- - - -\n")]
    [InlineData("", "#\n")]
    [InlineData("", "[a, ")]
    [InlineData("", "*a ")]
    [InlineData("", "!a ")]
    [InlineData("a: ", "x\n ")]
    [InlineData("{", "a: b, ")]
    [InlineData("[", "a: b, ")]
    [InlineData("", "%T a\n")]
    public async Task AFullSizedFileOfOneFormEnds(string head, string repeated)
    {
        var text = head + string.Concat(Enumerable.Repeat(repeated, (200_000 - head.Length) / repeated.Length));
        // It takes milliseconds; a minute means that the time grows with the square of the length.
        Assert.True(await Task.Run(() => Survives(Encoding.UTF8.GetBytes(text))).WaitAsync(TimeSpan.FromMinutes(1)));
    }

    private static bool Survives(byte[] bytes)
    {
        var bound = YamlBinder.Read<SampleOptions>("f.yaml", bytes, Sample.Registry);
        return bound.IsValid != bound.Problems.Any && bound.Problems.ToString().Length < 100_000;
    }

    private static string Mutate(int seed)
    {
        var random = new System.Random(seed);
        var text = new StringBuilder(Seed);
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Insert(at, Snippets[random.Next(Snippets.Length)]);
                    break;
                case 1:
                    text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at));
                    break;
                case 2:
                    text[at] = (char)random.Next(1, 0x250);
                    break;
                default:
                    text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 40), text.Length - at)));
                    break;
            }
        }

        return text.ToString();
    }
}
