using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeVision.Messaging.Payloads;
using EdgeVision.Testing.JsonSchema;

namespace EdgeVision.Messaging.Tests.Payloads;

/// <summary>The schemas say no to what the contract forbids.</summary>
public sealed class PayloadSchemaTests
{
    private const string Good = """
        {"schema":"detections/1","device":"yard","session_id":"00112233445566778899aabbccddeeff","boot_id":"b",
        "time":"2026-03-01T10:00:00.250Z","clock":"synced","mono_ns":1,"camera":"gate","seq":0,"frame_seq":0,"age_ms":1.5,
        "model":"m","model_sha256":"0000000000000000000000000000000000000000000000000000000000000000","accelerator":"cpu",
        "input":[416,416],"latency_ms":{"wait":0,"preprocess":0,"queue":0,"run":0,"decode":0,"total":0},
        "objects":[{"label":"car","class_id":2,"score":0.5,"box":[0,0,1,1],"track":null}]}
        """;

    public static TheoryData<string, string> Broken => new()
    {
        { "schema", "\"detections/2\"" },
        { "time", "\"2026-03-01T10:00:00+01:00\"" },
        { "clock", "\"maybe\"" },
        { "seq", "-1" },
        { "session_id", "\"short\"" },
        { "input", "[416]" },
        { "objects", """[{"label":"car","class_id":2,"score":1.5,"box":[0,0,1,1],"track":null}]""" },
        { "objects", """[{"label":"car","class_id":2,"score":0.5,"box":[0,0,1],"track":null}]""" },
        { "objects", """[{"label":"car","class_id":2,"score":0.5,"box":[0,0,1,416],"track":null}]""" },
        { "objects", """[{"label":"car","class_id":2,"score":0.5,"box":[0,0,1,1],"track":0}]""" },
        { "latency_ms", "{}" },
        { "surprise", "1" },
    };

    [Fact]
    public void A_message_as_agreed_is_valid() => Assert.Empty(Errors(JsonNode.Parse(Good)!));

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_message_that_breaks_the_contract_is_not(string property, string value)
    {
        var message = JsonNode.Parse(Good)!;
        message[property] = JsonNode.Parse(value);
        Assert.NotEmpty(Errors(message));
    }

    [Fact]
    public void Every_property_is_required()
    {
        foreach (var property in JsonNode.Parse(Good)!.AsObject().Select(property => property.Key))
        {
            var message = JsonNode.Parse(Good)!;
            _ = message.AsObject().Remove(property);
            Assert.NotEmpty(Errors(message));
        }
    }

    [Fact]
    public void Each_payload_has_a_schema_that_describes_itself()
    {
        Assert.Equal(
            ["camera-state-v1.json", "detections-v1.json", "fault-v1.json", "health-v1.json", "info-v1.json", "status-v1.json"],
            PayloadSchemas.Names);
        foreach (var name in PayloadSchemas.Names)
        {
            var schema = JsonDocument.Parse(PayloadSchemas.Read(name)).RootElement;
            Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.GetProperty("$schema").GetString());
            Assert.Equal(
                name.Replace("-v1.json", "/1", StringComparison.Ordinal),
                schema.GetProperty("properties").GetProperty("schema").GetProperty("const").GetString());
        }
    }

    private static IReadOnlyList<string> Errors(JsonNode message) =>
        new JsonSchemaValidator(PayloadSchemas.Read("detections-v1.json")).Errors(message.ToJsonString());
}
