using EdgeVision.Service.Configuration;
using EdgeVision.Testing;

namespace EdgeVision.Service.Tests.Configuration;

public class SchemaFileTests
{
    private static readonly string File = Repository.PathOf("device-configs", "schema.json");

    /// <summary>After a change of options: EDGEVISION_UPDATE=1 dotnet test tests/EdgeVision.Service.Tests, and commit the file.</summary>
    [Fact]
    public void TheCommittedSchemaIsTheOneOfTheOptions()
    {
        var written = DeviceConfigSchema.Write();
        if (Environment.GetEnvironmentVariable("EDGEVISION_UPDATE") == "1")
        {
            System.IO.File.WriteAllText(File, written);
        }

        Assert.Equal(written, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void EveryKeyIsDescribed()
    {
        var schema = System.Text.Json.Nodes.JsonNode.Parse(DeviceConfigSchema.Write())!;
        var bare = schema["$defs"]!.AsObject()
            .SelectMany(d => d.Value!["properties"]!.AsObject().Select(p => (Path: $"{d.Key}.{p.Key}", Text: (string?)p.Value!["description"])))
            .Where(p => string.IsNullOrWhiteSpace(p.Text) || p.Text.Length < 8)
            .Select(p => p.Path);
        Assert.Empty(bare);
    }
}
