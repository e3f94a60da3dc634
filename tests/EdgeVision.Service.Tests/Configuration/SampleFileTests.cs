using System.Text;
using System.Text.Json.Nodes;
using EdgeVision.Service.Configuration;
using EdgeVision.Testing;
using EdgeVision.Yaml.Problems;
using EdgeVision.Yaml.Reading;
using EdgeVision.Yaml.Tests.Schema;

namespace EdgeVision.Service.Tests.Configuration;

public class SampleFileTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(DeviceConfigSchema.Write())!.AsObject();

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
        Assert.Equal("", string.Join('\n', new SchemaCheck(Schema).Complaints(EditorView.Of(root))));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void EachTellsEditorsItsSchema(string name)
        => Assert.StartsWith("# yaml-language-server: $schema=schema.json\n", Text(name), StringComparison.Ordinal);

    private static string[] Names()
        => [.. Directory.EnumerateFiles(Repository.PathOf("device-configs"), "*.yaml").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static string Text(string name) => File.ReadAllText(Repository.PathOf("device-configs", name));

    // The samples name secrets under /etc/edgevision, which this machine does not have.
    private static void IsMissingSecret(Problem problem)
        => Assert.Contains("is not there (looked for /etc/edgevision/", problem.Message, StringComparison.Ordinal);
}
