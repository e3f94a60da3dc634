using System.Text;
using System.Text.Json.Nodes;
using EdgeVision.Testing.JsonSchema;
using EdgeVision.Yaml.Reading;
using EdgeVision.Yaml.Schema;
using EdgeVision.Yaml.Tests.Samples;

namespace EdgeVision.Yaml.Tests.Schema;

public class GeneratedSchemaTests
{
    private static readonly JsonObject Written = JsonNode.Parse(SchemaGenerator.Write<SampleOptions>("urn:sample", "Sample", Sample.Registry))!.AsObject();

    [Fact]
    public void DocCommentsDefaultsAndLimitsAreInIt()
    {
        var properties = Written["$defs"]!["sample_options"]!["properties"]!;
        Assert.Equal("Name on the network, as in SamplePart. Use 1 to 16 small letters, digits and '-'.", (string?)properties["id"]!["description"]);
        Assert.Equal("How long to wait. From 100ms to 1h.", (string?)properties["wait"]!["description"]);
        Assert.Equal("500ms", (string?)properties["wait"]!["default"]);
        Assert.Equal("64MiB", (string?)properties["most"]!["default"]);
        Assert.Equal((1, 65535, 1883), ((int)properties["port"]!["minimum"]!, (int)properties["port"]!["maximum"]!, (int)properties["port"]!["default"]!));
        Assert.Equal(["balanced", "lowest_energy"], properties["mode"]!["enum"]!.AsArray().Select(w => (string)w!));
        Assert.Equal(["id"], Written["$defs"]!["sample_options"]!["required"]!.AsArray().Select(w => (string)w!));
    }

    [Theory]
    [InlineData("enabled: false\nport: 1\nscore: .5\nwait: 0.5h\nmost: 1.5GiB\nreserve: 100%\nmode: balanced", true)]
    [InlineData("corner: [0, 1]\nobjects: [a, 12, true]\npart:\nmodels: {a: b, c: {manifest: d, threads: 1}}", true)]
    [InlineData("devices: a\nshape: {kind: circle, radius: 1.5}", true)]
    [InlineData("devices: [a, {manifest: b}]\nshape: {kind: square, side: 1}", true)]
    [InlineData("port: 0", false)]
    [InlineData("port: '1'", false)]
    [InlineData("port: 1.5", false)]
    [InlineData("enabled: yes", false)]
    [InlineData("wait: 5", false)]
    [InlineData("wait: 5 s", false)]
    [InlineData("most: 5mb", false)]
    [InlineData("reserve: 5", false)]
    [InlineData("mode: Balanced", false)]
    [InlineData("corner: [0]", false)]
    [InlineData("corner: [0, 2]", false)]
    [InlineData("objects: [a, b, c, d]", false)]
    [InlineData("objects: ['']", false)]
    [InlineData("prot: 1", false)]
    [InlineData("part: {x: 1}", false)]
    [InlineData("models: {a: {threads: 1}}", false)]
    [InlineData("models: {'a b': c}", false)]
    [InlineData("shape: {kind: circle, side: 1}", false)]
    [InlineData("shape: {radius: 1}", false)]
    [InlineData("port:", false)]
    public void AcceptsWhatTheBinderAcceptsAndNoMore(string yaml, bool accepted)
    {
        yaml = "id: a\n" + yaml;
        var bound = Sample.Bind(yaml);
        Assert.Equal(accepted, bound.IsValid);

        var complaints = new JsonSchemaValidator(Written.ToJsonString()).Errors(EditorView.Json(YamlReader.Read("f.yaml", Encoding.UTF8.GetBytes(yaml)).Root!));
        Assert.True(accepted == (complaints.Count == 0), string.Join('\n', complaints));
    }

    [Fact]
    public void TheSameRecordsGiveTheSameText()
        => Assert.Equal(SchemaGenerator.Write<SampleOptions>("urn:s", "S", Sample.Registry), SchemaGenerator.Write<SampleOptions>("urn:s", "S", Sample.Registry));
}
