using System.Text;
using System.Text.RegularExpressions;
using EdgeVision.Service.Configuration;
using EdgeVision.Service.Configuration.Options;
using EdgeVision.Testing.JsonSchema;
using EdgeVision.Yaml.Binding;
using EdgeVision.Yaml.Reading;
using EdgeVision.Yaml.Tests.Schema;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Service.Tests.Configuration;

public partial class SchemaAgreementTests
{
    // Each stands for a kind of value. Left out is what a schema cannot tell from good: durations out of range,
    // unknown schemes, numbers with leading zeros or fractions of zero.
    private static readonly string[] Values =
    [
        "1", "0", "-1", "70000", "1.5", "0.3", "'5'", "x", "''", "' '", "yes", "true", "\"true\"", "5s", "1m", "5 s", "10%", "[]", "[a]", "[a, 1]", "{}", "{x: 1}",
        "~", "", "null", "768x432", "640 x 480", "cpu", "auto", "[auto]", "[{provider: cpu}]", "gpu", "Gate", "a/b", "a+b", "udp", "info", "asap", "rgb24", "bt601",
    ];

    private static readonly JsonSchemaValidator Schema = new(DeviceConfigSchema.Write());

    // The validator has more patterns than the usual cache holds.
    static SchemaAgreementTests() => Regex.CacheSize = 100;

    [Fact]
    public void TheFullFileIsAcceptedByBoth() => Assert.Equal((true, true), Verdicts(FullDevice.Yaml));

    [Fact]
    public void EditorsAndTheLoaderAgreeOnEveryFormOfAFile()
        => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var yaml = Change(seed);
            var (binds, accepted) = Verdicts(yaml);
            return (binds == accepted).Label($"the loader {(binds ? "accepts" : "refuses")} and the schema {(accepted ? "accepts" : "refuses")}:\n{yaml}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static (bool Binds, bool Accepted) Verdicts(string yaml)
    {
        var reading = YamlReader.Read("d.yaml", Encoding.UTF8.GetBytes(yaml));
        var accepted = reading.Root is { } root && !reading.Problems.Any && Schema.Errors(EditorView.Json(root)).Count == 0;
        var bound = YamlBinder.Bind<DeviceConfig>(reading, DeviceConfigSchema.Registry);
        var isOnlyNumbers = bound.Problems.Any && bound.Problems.All.All(p => NumberForId().IsMatch(p.Message));
        return (bound.IsValid || (accepted && isOnlyNumbers), accepted);
    }

    private static string Change(int seed)
    {
        var random = new System.Random(seed);
        var lines = FullDevice.Yaml.Split('\n').ToList();
        for (var i = random.Next(1, 3); i > 0; i--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(5))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines[at] = Key().Replace(lines[at], "${before}${key}x:", 1);
                    break;
                default:
                    lines[at] = Value().Replace(lines[at], m => m.Groups[1].Value + Values[random.Next(Values.Length)], 1);
                    break;
            }
        }

        return string.Join('\n', lines);
    }

    // A schema's pattern says nothing of numbers, which are texts here: -1 is no id.
    [GeneratedRegex("^'-?[0-9.]+' is not allowed")]
    private static partial Regex NumberForId();

    [GeneratedRegex("^(?<before>[ -]*)(?<key>[a-z_]+):")]
    private static partial Regex Key();

    [GeneratedRegex("^([ -]*[a-z_]+: )(.+)$")]
    private static partial Regex Value();
}
