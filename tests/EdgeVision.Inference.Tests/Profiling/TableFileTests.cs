using System.Text.Json.Nodes;
using EdgeVision.Core.Operating;
using EdgeVision.Inference.Profiling.Tables;
using EdgeVision.Inference.Tests.Fakes;

namespace EdgeVision.Inference.Tests.Profiling;

public sealed class TableFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_table_and_its_samples_come_back_as_they_were()
    {
        var path = _folder["sub", "pi-street-s.json"];
        TableFile.Write(path, SampleTables.Table, SampleTables.Samples);
        Assert.Equal(TableFile.Text(SampleTables.Table), TableFile.Text(TableFile.Read(path)));
        var read = TableFile.Read(path);
        Assert.Equal(SampleTables.Table.Points.Select(one => one.Point), read.Points.Select(one => one.Point));
        Assert.Equal(SampleTables.Table.Points[0].Cost.Rates.Select(one => (one.OfferedFps, one.P95Ms, one.Energy)), read.Points[0].Cost.Rates.Select(one => (one.OfferedFps, one.P95Ms, one.Energy)));
        Assert.Equal(SampleTables.Key, read.Head.Key);
        Assert.Equal(SampleTables.Table.Head.Regret, read.Head.Regret);
        Assert.Equal(SampleTables.Table.Unusable, read.Unusable);

        Assert.EndsWith("pi-street-s.samples.jsonl", TableFile.SamplesPath(path), StringComparison.Ordinal);
        var samples = TableFile.ReadSamples(TableFile.SamplesPath(path));
        Assert.Equal(3, samples.Count);
        Assert.Equal(SampleTables.Samples.Points[1].Rates[2].LatencyMs, samples[1].Rates[2].LatencyMs);
        Assert.Equal(2, Directory.GetFiles(_folder["sub"]).Length);
    }

    [Fact]
    public void The_keys_are_those_of_the_format_page()
    {
        var root = JsonNode.Parse(TableFile.Text(SampleTables.Table))!;
        Assert.Equal(1, root["schema"]!.GetValue<int>());
        Assert.Equal("Raspberry Pi 5", root["head"]!["board"]!.GetValue<string>());
        Assert.Equal(SampleTables.Key.ModelSha256, root["head"]!["key"]!["model_sha256"]!.GetValue<string>());
        var point = root["points"]![2]!;
        Assert.Equal("Npu", point["family"]!.GetValue<string>());
        Assert.Equal("384x224", point["point"]!["input"]!.GetValue<string>());
        var rate = point["cost"]!["rates"]![0]!;
        Assert.Equal(
            ["offered_fps", "achieved_fps", "inferences", "p50_ms", "p95_ms", "cpu_seconds", "device_seconds", "energy"],
            rate.AsObject().Select(entry => entry.Key));
        Assert.Equal(0.003, rate["device_seconds"]!.GetValue<double>());
    }

    [Theory]
    [InlineData("", "no operating table")]
    [InlineData("[]", "no operating table")]
    [InlineData("{}", "schema none")]
    [InlineData("{\"schema\":2}", "schema 2; this program reads 1")]
    [InlineData("{\"schema\":1}", "no operating table")]
    [InlineData("{\"schema\":\"1\"}", "no operating table")]
    public void What_is_no_table_is_refused(string json, string says) => Refused(json, says);

    [Theory]
    [InlineData("\"p50_ms\": 11,", "\"p50_ms\": -11,", "point cpu x1 has a latency, rate or time that is not above 0")]
    [InlineData("\"p50_ms\": 11,", "\"p50_ms\": \"11\",", "no operating table")]
    [InlineData("\"p50_ms\": 11,", "\"p50_ms\": null,", "no operating table")]
    [InlineData("\"p50_ms\": 11,", "", "no operating table")]
    [InlineData("\"p50_ms\": 11,", "\"p50_ms\": 99,", "not above 0")]
    [InlineData("\"offered_fps\": 5,", "\"offered_fps\": 1,", "has rates that do not grow")]
    [InlineData("\"offered_fps\": 5,", "\"offered_fps\": null,", "has no paced rates followed by one back to back")]
    [InlineData("\"threads\": 1,", "\"threads\": 0,", "has no accelerator or no thread")]
    [InlineData("\"threads\": 2,", "\"threads\": 1,", "it has a point twice")]
    [InlineData("\"family\": \"Npu\"", "\"family\": \"Toaster\"", "no operating table")]
    [InlineData("384x224", "384", "no operating table")]
    [InlineData("\"model_sha256\": \"aaaa", "\"model_sha256\": \"abcd", "is of another model than its head says")]
    public void A_damaged_table_is_refused_with_the_reason(string was, string becomes, string says)
    {
        var text = TableFile.Text(SampleTables.Table);
        if (was.Contains("threads\": 2", StringComparison.Ordinal))
        {
            text = text.Replace("\"spinning\": true", "\"spinning\": false", StringComparison.Ordinal);
        }

        var place = text.IndexOf(was, was.Contains("sha256", StringComparison.Ordinal) ? 0 : text.IndexOf("\"points\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(place > 0, text);
        Refused(text[..place] + becomes + text[(place + was.Length)..], says);
    }

    [Fact]
    public void A_table_cut_off_anywhere_is_refused()
    {
        var text = TableFile.Text(SampleTables.Table).TrimEnd();
        for (var length = 0; length < text.Length; length += 97)
        {
            Refused(text[..length], "no operating table");
        }
    }

    [Fact]
    public void A_huge_file_is_not_read()
    {
        var path = _folder.Write("huge.json", "");
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(100 << 20);
        }

        Assert.Contains("104857600 bytes", Assert.Throws<InvalidDataException>(() => TableFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_line_of_samples_is_named()
    {
        var path = _folder["t.json"];
        TableFile.Write(path, SampleTables.Table, SampleTables.Samples);
        File.AppendAllText(TableFile.SamplesPath(path), "{}\n");
        Assert.Contains("line 4 of ", Assert.Throws<InvalidDataException>(() => TableFile.ReadSamples(TableFile.SamplesPath(path))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_number_is_not_written() => Assert.ThrowsAny<Exception>(() => TableFile.Text(
        SampleTables.Table with { Points = [SampleTables.Table.Points[0] with { Cost = new MeasuredCost(double.NaN, 0, 0, SampleTables.Table.Points[0].Cost.Rates) }] }));

    public void Dispose() => _folder.Dispose();

    private static void Refused(string json, string says) =>
        Assert.Contains(says, Assert.Throws<InvalidDataException>(() => TableFile.Parse(json)).Message, StringComparison.Ordinal);
}
