using System.Text.Json.Nodes;
using EdgeVision.EndToEnd.Tests.Rig;
using EdgeVision.Testing;

namespace EdgeVision.EndToEnd.Tests;

/// <summary>Whatever an accelerator does wrong, detections go on, the cause is published, and it comes back by itself.</summary>
public class FaultDrillTests
{
    private const string Gate = "{id: gate, source: 'synthetic:street?seed=3&fps=10'}";
    private static readonly string Yard = $"{{id: yard, source: 'synthetic:street?seed=4&fps={(Long ? 20 : 10)}', detect: {{model: whole}}}}";
    private const string Int8 = ShippedModel.Name;
    private const string Whole = "street-s";
    private const string Cpu = "{provider: cpu, threads: 1}";

    // The deadline of a run that was never measured, and two seconds.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(1 + 2);

    private static bool Long => Environment.GetEnvironmentVariable("EDGEVISION_LONG") == "1";

    [SkippableFact]
    public async Task Six_accelerators_that_fail_at_once_in_six_ways_cost_no_more_than_one_deadline_and_all_come_back()
    {
        var folder = ServiceRun.NewFolder();
        (string Fault, string Code)[] drill =
        [
            ("hang", "accelerator_timed_out"), ("segv", "accelerator_lost"), ("abort", "accelerator_lost"), ("exit", "accelerator_lost"),
            ("device_lost", "accelerator_lost"), ("nan", "output_invalid"),
        ];
        var npus = drill.Select(one => new NpuCopy(folder, one.Fault)).ToList();
        await using var run = await ServiceRun.StartedOn(
            folder, $"[{string.Join(", ", npus.Select(npu => npu.Entry()))}, {Cpu}]", $"{{default: {Int8}}}", [Gate]);
        await run.Until(() => npus.TrueForAll(npu => run.ReadyCount(npu.Name) == 1));
        await run.Until(() => run.ServingOf(Int8) == "hang");
        var before = Holdings.Of(run.Program);
        var from = run.Detections("gate").Count;

        npus.ForEach(npu => npu.Order($"fault={npu.Name}"));
        foreach (var (fault, code) in drill)
        {
            await run.Until(() => run.FaultsOf(fault).Count > 0, what: fault);
            IsWhole(run.FaultsOf(fault)[0], fault, code);
        }

        await run.Until(() => run.ServingOf(Int8) == "cpu");
        npus.ForEach(npu => npu.Order());
        await run.Until(() => npus.TrueForAll(npu => run.ReadyCount(npu.Name) == 2));
        await run.Until(() => run.ServingOf(Int8) == "hang");
        await run.Until(() => (string?)run.Detections("gate")[^1]["accelerator"] == "hang");

        Assert.Contains(run.Detections("gate").Skip(from), one => (string?)one["accelerator"] == "cpu");
        Assert.InRange(run.LongestGap("gate", from), TimeSpan.Zero, LongestSilence);
        await run.Until(() => Holdings.Of(run.Program).IsWithin(before), what: $"{before} before; now {Holdings.Of(run.Program)}");
        await Stops(run);
    }

    [SkippableFact]
    public async Task What_cannot_start_is_named_with_its_stage_and_tried_again_and_a_start_that_hangs_holds_nothing_up()
    {
        var folder = ServiceRun.NewFolder();
        (string Name, string[] Orders, string Code, string Stage)[] drill =
        [
            ("create", ["fault=fail", "at=create"], "accelerator_unusable", "compile"),
            ("compile", ["fault=abort", "at=compile"], "accelerator_lost", "load"),
            ("absent", ["devices=0"], "accelerator_missing", "find"),
        ];
        var npus = drill.Select(one => new NpuCopy(folder, one.Name)).ToList();
        var (stuck, gone) = (new NpuCopy(folder, "stuck"), new NpuCopy(folder, "gone"));
        stuck.Order("fault=hang", "at=compile");
        npus.Zip(drill).ToList().ForEach(static pair => pair.First.Order(pair.Second.Orders));
        await using var run = await ServiceRun.StartedOn(
            folder, $"[{stuck.Entry()}, {string.Join(", ", npus.Append(gone).Select(npu => npu.Entry()))}, {Cpu}]", $"{{default: {Int8}}}", [Gate]);
        foreach (var (name, _, code, stage) in drill)
        {
            await run.Until(() => run.FaultsOf(name).Count > 0, what: name);
            IsWhole(run.FaultsOf(name)[0], name, code);
            Assert.Equal(stage, (string?)run.FaultsOf(name)[0]["origin"]!["stage"]);
        }

        npus.ForEach(npu => npu.Order());
        await run.Until(() => npus.TrueForAll(npu => run.ReadyCount(npu.Name) == 1));
        await run.Until(() => run.ServingOf(Int8) == "create");

        // One whose library is uninstalled, with three before it that hang: no frame waits for more than one of them.
        npus.ForEach(npu => npu.Order("fault=hang"));
        gone.Hide();
        gone.Order("fault=exit");
        var from = run.Detections("gate").Count;
        await run.Until(() => run.FaultsOf("gone").Any(fault => (string?)fault["code"] == "library_missing"));
        gone.Order();
        gone.Show();
        await run.Until(() => run.ReadyCount("gone") == 2);
        Assert.Equal(0, run.ReadyCount("stuck"));
        Assert.InRange(run.LongestGap("gate", from), TimeSpan.Zero, LongestSilence);
        await Stops(run);
    }

    [SkippableTheory]
    [InlineData("hang", "accelerator_timed_out")]
    [InlineData("segv", "accelerator_lost")]
    [InlineData("abort", "accelerator_lost")]
    [InlineData("exit", "accelerator_lost")]
    [InlineData("device_lost", "accelerator_lost")]
    [InlineData("nan", "output_invalid")]
    public async Task A_camera_on_the_processor_does_not_feel_another_ones_accelerator_fail(string fault, string code)
    {
        Skip.If(fault != "hang" && !Long, "takes long: set EDGEVISION_LONG=1");
        var window = Long ? 300 : 20;
        var folder = ServiceRun.NewFolder();
        var npu = new NpuCopy(folder, "vnpu");
        await using var run = await ServiceRun.StartedOn(
            folder, $"[{npu.Entry("precision: int8")}, {Cpu}]", $"{{default: {Int8}, whole: {Whole}}}", [Gate, Yard]);

        // The NPU takes 8-bit models only: this one stays on the processor.
        await run.Until(() => run.ServingOf(Int8) == "vnpu");
        await run.Until(() => run.FaultsOf("vnpu").Any(one => (string?)one["code"] == "accelerator_unusable"));
        var (yard, gate) = (run.Detections("yard").Count, run.Detections("gate").Count);
        await run.Until(() => run.Detections("yard").Count >= yard + window);
        var before = run.Latencies("yard", yard, yard + window);

        yard = run.Detections("yard").Count;
        npu.Order($"fault={fault}");
        await run.Until(() => run.ServingOf(Int8) == "cpu");
        await run.Until(() => run.Detections("yard").Count >= yard + window);
        var during = run.Latencies("yard", yard, yard + window);
        npu.Order();
        await run.Until(() => run.ServingOf(Int8) == "vnpu");
        await run.Until(() => (string?)run.Detections("gate")[^1]["accelerator"] == "vnpu");

        IsWhole(run.FaultsOf("vnpu").First(one => (string?)one["origin"]!["model_sha256"] == (string?)run.Detections("gate")[0]["model_sha256"]), "vnpu", code);
        Assert.InRange(run.LongestGap("gate", gate), TimeSpan.Zero, LongestSilence);
        Assert.All(run.Detections("yard"), static one => Assert.Equal("cpu", (string?)one["accelerator"]));
        Report(fault, before, during, run.LongestGap("gate", gate));
        Assert.True(
            during.Percentile(0.5) <= (3 * before.Percentile(0.5)) + 250,
            $"median {before.Percentile(0.5):0.0} ms before the fault, {during.Percentile(0.5):0.0} ms in it");
    }

    /// <summary>A line for docs/results, on a machine that does nothing else.</summary>
    private static void Report(string fault, IReadOnlyList<double> before, IReadOnlyList<double> during, TimeSpan gap)
    {
        if (Environment.GetEnvironmentVariable("EDGEVISION_DRILL_REPORT") is { Length: > 0 } file)
        {
            File.AppendAllText(file, FormattableString.Invariant(
                $"| {fault} | {gap.TotalMilliseconds:0} | {before.Percentile(0.5):0.0} | {before.Percentile(0.99):0.0} | {during.Percentile(0.5):0.0} | {during.Percentile(0.99):0.0} | {during.Percentile(0.99) / before.Percentile(0.99):0.00} |\n"));
        }
    }

    private static void IsWhole(JsonNode fault, string accelerator, string code)
    {
        var origin = fault["origin"]!;
        Assert.Equal(code, (string?)fault["code"]);
        Assert.Equal(accelerator, (string?)origin["accelerator"]);
        Assert.Equal(accelerator, (string?)origin["provider"]);
        Assert.Equal(64, ((string)origin["model_sha256"]!).Length);
        Assert.NotEmpty((string)fault["what"]!);
        Assert.NotEmpty((string)origin["stage"]!);
        Assert.NotEmpty((string)origin["action"]!);
        Assert.InRange((double)origin["cost_ms"]!, 0, 60_000);
    }

    private static async Task Stops(ServiceRun run)
    {
        run.Program.Signal("TERM");
        Assert.Equal(0, await run.Program.ExitAsync(TimeSpan.FromSeconds(20)));
    }
}
