using System.Text.Json.Nodes;
using EdgeVision.ModelTools.Quantization.Reports;
using EdgeVision.Testing;
using EdgeVision.Testing.JsonSchema;

namespace EdgeVision.Service.Tests.Quantizing;

public class ReportJsonTests
{
    private static readonly string Schema = File.ReadAllText(Repository.PathOf("docs", "formats", "quantization-report.schema.json"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AReportFitsItsSchema(bool accepted) =>
        Assert.Empty(new JsonSchemaValidator(Schema).Errors(ReportJson.Write(SampleReport.Create(accepted))));

    [Fact]
    public void TheSchemaHoldsEveryKeyAndRefusesOthers()
    {
        var root = JsonNode.Parse(ReportJson.Write(SampleReport.Create()))!.AsObject();
        foreach (var key in root.Select(pair => pair.Key).ToArray())
        {
            var without = root.DeepClone().AsObject();
            without.Remove(key);
            Assert.NotEmpty(new JsonSchemaValidator(Schema).Errors(without.ToJsonString()));
        }

        root["extra"] = 1;
        Assert.NotEmpty(new JsonSchemaValidator(Schema).Errors(root.ToJsonString()));
    }

    [Fact]
    public void ThePageDescribesEveryKey()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "formats", "quantization-report.md"));
        foreach (var key in Keys(JsonNode.Parse(ReportJson.Write(SampleReport.Create()))!).Distinct())
        {
            Assert.Contains($"`{key}`", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void WhatWasNotMeasuredIsNullAndReadsBack()
    {
        var report = SampleReport.Create(layers: 6);
        var json = ReportJson.Write(report);
        var noise = JsonNode.Parse(json)!["layers"]!.AsArray().Select(layer => (double?)layer!["noise_db"]).ToArray();
        Assert.Equal([null, null, -3.5, null], noise[..4]);

        var back = ReportJson.Read(json);
        Assert.Equal(report.Settings with { Rewrites = back.Settings.Rewrites }, back.Settings);
        Assert.Equal(report.Trials, back.Trials);
        Assert.Equal(report.Accuracy, back.Accuracy);
        Assert.Equal(report.Verdict.Reasons, back.Verdict.Reasons);
        Assert.Equal((report.Latency, report.Machine, report.Seconds, report.Sha256), (back.Latency, back.Machine, back.Seconds, back.Sha256));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"schema": 2}""")]
    [InlineData("""{"schema": 1}""")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    public void WhatIsNoReportIsRefused(string json) => Assert.Throws<InvalidDataException>(() => ReportJson.Read(json));

    private static IEnumerable<string> Keys(JsonNode node) => node switch
    {
        JsonObject mapping => mapping.SelectMany(pair => (pair.Value is null ? [] : Keys(pair.Value)).Prepend(pair.Key)),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Keys),
        _ => [],
    };
}
