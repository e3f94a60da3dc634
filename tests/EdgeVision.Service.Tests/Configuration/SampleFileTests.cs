using System.Text;
using EdgeVision.Service.Configuration;
using EdgeVision.Testing;
using EdgeVision.Testing.JsonSchema;
using EdgeVision.Yaml.Problems;
using EdgeVision.Yaml.Reading;
using EdgeVision.Yaml.Tests.Schema;

namespace EdgeVision.Service.Tests.Configuration;

public class SampleFileTests
{
    private static readonly JsonSchemaValidator Schema = new(DeviceConfigSchema.Write());

    public static TheoryData<string> Samples => new(Names());

    [Fact]
    public void ThereIsOneForEachBoard()
        => Assert.Equal(["demo.yaml", "generic-x64.yaml", "jetson-orin-nano.yaml", "raspberry-pi-5.yaml", "raspberry-pi-zero-2w.yaml"], Names());

    [Theory]
    [MemberData(nameof(Samples))]
    public void EachIsAPlanOnceItsSecretsAreThere(string name)
    {
        var result = new DeviceConfigLoader(new StubModels()).Load(Repository.PathOf("device-configs", name), new Dictionary<string, string>());
        Assert.All(result.Errors.All, IsMissingSecret);

        using var etc = new SecretFolder();
        var loaded = new DeviceConfigLoader(new StubModels()).Read(name, etc.Fill(Text(name)), etc.Path, new Dictionary<string, string>());
        Assert.Equal("", loaded.Errors.ToString());
        Assert.True(loaded.IsValid);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void TheSchemaAcceptsEach(string name)
    {
        var root = YamlReader.Read(name, Encoding.UTF8.GetBytes(Text(name))).Root!;
        Assert.Equal("", string.Join('\n', Schema.Errors(EditorView.Json(root))));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void EachTellsEditorsItsSchema(string name)
        => Assert.StartsWith("# yaml-language-server: $schema=schema.json\n", Text(name), StringComparison.Ordinal);

    /// <summary>The samples that stand beside the code of each kind of source.</summary>
    [Fact]
    public void EachCameraSampleIsACameraOfADeviceFile()
    {
        var samples = Directory.GetFiles(Repository.PathOf("src"), "*.sample.yaml", SearchOption.AllDirectories);
        Assert.NotEmpty(samples);
        foreach (var sample in samples)
        {
            var yaml = File.ReadAllText(sample) + "\ndevice: {id: a}\nmodels: {default: yolox-nano}\n";
            var root = YamlReader.Read(sample, Encoding.UTF8.GetBytes(yaml)).Root!;
            Assert.Equal("", string.Join('\n', Schema.Errors(EditorView.Json(root))));
            Assert.All(Device.Load(yaml).Errors.All, problem => Assert.Contains("is not there (looked for /", problem.Message, StringComparison.Ordinal));
        }
    }

    private static string[] Names()
        => [.. Directory.EnumerateFiles(Repository.PathOf("device-configs"), "*.yaml").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static string Text(string name) => File.ReadAllText(Repository.PathOf("device-configs", name));

    // The samples name secrets under /etc/edgevision, which this machine does not have.
    private static void IsMissingSecret(Problem problem)
        => Assert.Contains("is not there (looked for /etc/edgevision/", problem.Message, StringComparison.Ordinal);
}
