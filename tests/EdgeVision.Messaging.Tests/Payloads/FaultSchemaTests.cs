using System.Text.Json.Nodes;
using EdgeVision.Messaging.Payloads;
using EdgeVision.Testing.JsonSchema;

namespace EdgeVision.Messaging.Tests.Payloads;

/// <summary>Faults of accelerators have an origin; those of everything else are what they were before there was one.</summary>
public sealed class FaultSchemaTests
{
    private const string WithoutOrigin = """
        {"schema":"fault/1","device":"yard","session_id":"00112233445566778899aabbccddeeff","boot_id":"b",
        "time":"2026-03-01T10:00:00.250Z","clock":"synced","mono_ns":1,"seq":0,"code":"source_unreachable","subject":"camera gate",
        "what":"no route to host","remedy":"check the cable","tail":null}
        """;

    private const string Origin = """
        {"accelerator":"npu","provider":"QNN","model_sha256":null,"stage":"copy_in","node":"head/resize","operator":"Resize",
        "library_code":"NOT_IMPLEMENTED","action":"ran the frame on cpu","cost_ms":12.5}
        """;

    [Fact]
    public void A_message_from_before_there_was_an_origin_is_valid() => Assert.Empty(Errors(JsonNode.Parse(WithoutOrigin)!));

    [Fact]
    public void A_message_with_an_origin_is_valid() => Assert.Empty(Errors(With(JsonNode.Parse(Origin)!)));

    [Theory]
    [InlineData("stage", "\"somewhere\"")]
    [InlineData("accelerator", "\"\"")]
    [InlineData("model_sha256", "\"abc\"")]
    [InlineData("cost_ms", "-1")]
    [InlineData("node", "\"\"")]
    [InlineData("surprise", "1")]
    public void An_origin_that_breaks_the_contract_is_not(string property, string value)
    {
        var origin = JsonNode.Parse(Origin)!;
        origin[property] = JsonNode.Parse(value);
        Assert.NotEmpty(Errors(With(origin)));
    }

    [Fact]
    public void Every_property_of_an_origin_is_required()
    {
        foreach (var property in JsonNode.Parse(Origin)!.AsObject().Select(property => property.Key))
        {
            var origin = JsonNode.Parse(Origin)!;
            _ = origin.AsObject().Remove(property);
            Assert.NotEmpty(Errors(With(origin)));
        }
    }

    private static JsonNode With(JsonNode origin)
    {
        var message = JsonNode.Parse(WithoutOrigin)!;
        message["origin"] = origin;
        return message;
    }

    private static IReadOnlyList<string> Errors(JsonNode message) =>
        new JsonSchemaValidator(PayloadSchemas.Read("fault-v1.json")).Errors(message.ToJsonString());
}
