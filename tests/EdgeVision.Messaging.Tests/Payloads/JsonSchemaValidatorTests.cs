using EdgeVision.Testing.JsonSchema;

namespace EdgeVision.Messaging.Tests.Payloads;

/// <summary>The validator that judges our payloads must itself say no; cases after JSON Schema 2020-12, sections 10 and 6.</summary>
public sealed class JsonSchemaValidatorTests
{
    [Theory]
    [InlineData("""{"type":"integer"}""", "1", true)]
    [InlineData("""{"type":"integer"}""", "1.0", true)]
    [InlineData("""{"type":"integer"}""", "1.1", false)]
    [InlineData("""{"type":["string","null"]}""", "null", true)]
    [InlineData("""{"type":["string","null"]}""", "1", false)]
    [InlineData("""{"const":"a/1"}""", "\"a/1\"", true)]
    [InlineData("""{"const":"a/1"}""", "\"a/2\"", false)]
    [InlineData("""{"enum":["x",2]}""", "2", true)]
    [InlineData("""{"enum":["x",2]}""", "3", false)]
    [InlineData("""{"minimum":0,"maximum":1}""", "1", true)]
    [InlineData("""{"minimum":0,"maximum":1}""", "1.00001", false)]
    [InlineData("""{"minimum":0}""", "-0.1", false)]
    [InlineData("""{"minimum":0}""", "\"text\"", true)]
    [InlineData("""{"exclusiveMinimum":0}""", "0", false)]
    [InlineData("""{"minLength":2}""", "\"\ud83d\ude00\"", false)]
    [InlineData("""{"pattern":"^[a-z]+$"}""", "\"abc\"", true)]
    [InlineData("""{"pattern":"^[a-z]+$"}""", "\"aBc\"", false)]
    [InlineData("""{"required":["a"]}""", """{"b":1}""", false)]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"a":1}""", false)]
    [InlineData("""{"properties":{"a":true},"additionalProperties":false}""", """{"a":1}""", true)]
    [InlineData("""{"properties":{"a":true},"additionalProperties":false}""", """{"a":1,"b":2}""", false)]
    [InlineData("""{"additionalProperties":{"type":"integer"}}""", """{"a":1,"b":"2"}""", false)]
    [InlineData("""{"items":{"type":"integer"},"minItems":2,"maxItems":2}""", "[1,2]", true)]
    [InlineData("""{"items":{"type":"integer"},"minItems":2,"maxItems":2}""", "[1]", false)]
    [InlineData("""{"items":{"type":"integer"}}""", "[1,\"2\"]", false)]
    [InlineData("""{"uniqueItems":true}""", "[1,1.0]", false)]
    [InlineData("""{"anyOf":[{"type":"null"},{"minimum":3}]}""", "2", false)]
    [InlineData("""{"oneOf":[{"type":"integer"},{"minimum":2}]}""", "3", false)]
    [InlineData("""{"$ref":"#/$defs/t","$defs":{"t":{"type":"null"}}}""", "0", false)]
    public void Says_yes_and_no_as_the_standard_does(string schema, string json, bool valid)
    {
        var errors = new JsonSchemaValidator(schema).Errors(json);
        Assert.True(valid == (errors.Count == 0), string.Join("; ", errors));
    }

    [Fact]
    public void Says_where_an_error_is()
    {
        var validator = new JsonSchemaValidator("""{"properties":{"a":{"items":{"properties":{"b":{"type":"null"}}}}}}""");
        Assert.StartsWith("$.a[1].b:", Assert.Single(validator.Errors("""{"a":[{},{"b":1}]}""")), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_keyword_it_does_not_know() =>
        Assert.Throws<NotSupportedException>(() => new JsonSchemaValidator("""{"multipleOf":2}""").Errors("3"));
}
