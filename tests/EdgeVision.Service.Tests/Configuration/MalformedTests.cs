using EdgeVision.Service.Configuration;
using EdgeVision.Testing.JsonSchema;
using EdgeVision.Yaml.Reading;
using EdgeVision.Yaml.Tests.Schema;

namespace EdgeVision.Service.Tests.Configuration;

public class MalformedTests
{
    private static readonly JsonSchemaValidator Schema = new(DeviceConfigSchema.Write());

    // A schema has no order of durations, no parser of sources, and sees octal numbers already read.
    private static readonly string[] BeyondSchemas = ["out of range; write a value from 10ms", "not a known kind of source", "leading zeros"];

    public static TheoryData<string> Titles => [.. MalformedCase.All.Select(c => c.Title)];

    [Fact]
    public void TheCorpusIsLarge() => Assert.InRange(MalformedCase.All.DistinctBy(c => c.Title).Count(), 60, 1000);

    [Fact]
    public void TheFileThatTheCasesChangeIsGood() => Assert.Equal("", Device.Load(Device.Small).Errors.ToString());

    [Theory]
    [MemberData(nameof(Titles))]
    public void EveryMistakeIsReportedWithItsPlace(string title)
    {
        var one = MalformedCase.All.Single(c => c.Title == title);

        var result = Device.Load(one.Content, Path.GetTempPath());

        var reported = result.Errors.All.Select(p => p.ToString()).ToList();
        foreach (var expected in one.Expected)
        {
            var found = reported.FindIndex(r => r.StartsWith(expected, StringComparison.Ordinal));
            Assert.True(found >= 0, $"expected: {expected}\nreported:\n{result.Errors}");
            reported.RemoveAt(found);
        }

        Assert.True(reported.Count == 0, $"reported besides:\n{string.Join('\n', reported)}");
        Assert.Null(result.Plan);
    }

    /// <summary>What a schema refuses the loader refuses too; the reverse holds for the form of options, not for rules about the machine.</summary>
    [Theory]
    [MemberData(nameof(Titles))]
    public void WhatTheSchemaAcceptsHasTheRightForm(string title)
    {
        var one = MalformedCase.All.Single(c => c.Title == title);
        var reading = YamlReader.Read("d.yaml", one.Content);
        if (reading.Root is null || reading.Problems.Any)
        {
            return;
        }

        var accepted = Schema.Errors(EditorView.Json(reading.Root)).Count == 0;
        var bound = Yaml.Binding.YamlBinder.Bind<Service.Configuration.Options.DeviceConfig>(reading, DeviceConfigSchema.Registry);
        var beyondSchemas = bound.Problems.All.All(p => BeyondSchemas.Any(words => p.Message.Contains(words, StringComparison.Ordinal)));
        Assert.True(bound.IsValid == accepted || beyondSchemas, $"schema {(accepted ? "accepts" : "refuses")}, binder says:\n{bound.Problems}");
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void NoReportShowsASecret(string title)
        => Assert.DoesNotContain("hunter2", Device.Load(MalformedCase.All.Single(c => c.Title == title).Content, Path.GetTempPath()).Errors.ToString(), StringComparison.Ordinal);
}
