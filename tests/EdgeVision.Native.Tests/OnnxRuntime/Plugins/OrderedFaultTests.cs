using System.Diagnostics;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Native.Tests.OnnxRuntime.Plugins;

[Collection(OneAtATime.Name)]
public sealed class OrderedFaultTests
{
    [SkippableTheory]
    [InlineData("create", "fail", "virtual NPU: ordered to fail at create")]
    [InlineData("compile", "fail", "virtual NPU: ordered to fail at compile")]
    [InlineData("compile", "device_lost", "virtual NPU: device lost at compile")]
    public void A_failed_initialisation_is_an_error_with_the_providers_words_and_leaves_the_process_well(
        string stage, string fault, string words)
    {
        using var npu = VirtualNpu.Register(Ort.Need());
        var options = npu.Options(npu.Keep(TinyModels.Add));
        npu.Order($"fault={fault}", $"at={stage}");

        var error = Assert.Throws<OrtException>(() => Ort.Session(TinyModels.Add, options));
        Assert.Equal("CreateSessionFromArray", error.Function);
        Assert.Contains(words, error.Text, StringComparison.Ordinal);

        npu.Order();
        Ort.Session(TinyModels.Add, options).Dispose();
    }

    [SkippableFact]
    public void A_device_lost_at_the_third_run_fails_that_run_and_those_after_it()
    {
        using var npu = VirtualNpu.Register(Ort.Need());
        npu.Order("fault=device_lost", "from=3");
        using var session = Ort.Session(TinyModels.Add, npu.Options(npu.Keep(TinyModels.Add)));
        using var run = session.CreateRun();
        run.Run();
        run.Run();

        var error = Assert.Throws<OrtException>(run.Run);
        Assert.Equal("Run", error.Function);
        Assert.Equal(OrtErrorCode.ExecutionProviderFail, error.Code);
        Assert.Contains("device lost", error.Text, StringComparison.Ordinal);
        Assert.Throws<OrtException>(run.Run);

        npu.Order();
        run.Run();
    }

    [SkippableTheory]
    [InlineData("nan", float.NaN)]
    [InlineData("inf", float.PositiveInfinity)]
    [InlineData("zero", 0f)]
    public void Bad_numbers_come_out_for_as_many_runs_as_ordered(string fault, float value)
    {
        using var npu = VirtualNpu.Register(Ort.Need());
        npu.Order($"fault={fault}", "from=2", "count=1");
        using var session = Ort.Session(TinyModels.Add, npu.Options(npu.Keep(TinyModels.Add)));
        using var run = session.CreateRun();
        run.Inputs[0].AsFloats().Fill(1);
        run.Inputs[1].AsFloats().Fill(2);

        Assert.Equal([3f, value, 3f], Enumerable.Range(0, 3).Select(_ => First(run)));
    }

    [SkippableFact]
    public void Orders_change_while_a_session_runs()
    {
        using var npu = VirtualNpu.Register(Ort.Need());
        using var session = Ort.Session(TinyModels.Add, npu.Options(npu.Keep(TinyModels.Add)));
        using var run = session.CreateRun();
        run.Run();

        npu.Order("slow_ms=300");
        var clock = Stopwatch.StartNew();
        run.Run();
        Assert.InRange(clock.ElapsedMilliseconds, 300, long.MaxValue);
    }

    [SkippableFact]
    public async Task A_hang_lasts_until_it_is_called_off()
    {
        using var npu = VirtualNpu.Register(Ort.Need());
        npu.Order("fault=hang");
        using var session = Ort.Session(TinyModels.Add, npu.Options(npu.Keep(TinyModels.Add)));
        using var run = session.CreateRun();
        var running = Task.Factory.StartNew(run.Run, TaskCreationOptions.LongRunning);

        Assert.NotSame(running, await Task.WhenAny(running, Task.Delay(300)));
        npu.Order();
        await running.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [SkippableFact]
    public void An_npu_that_was_not_told_its_model_says_so()
    {
        using var npu = VirtualNpu.Register(Ort.Need());

        var error = Assert.Throws<OrtException>(() => Ort.Session(TinyModels.Add, npu.Options(null)));
        Assert.Contains("'model' must name the model file", error.Text, StringComparison.Ordinal);
    }

    private static float First(OrtRun run)
    {
        run.Run();
        return run.Output<float>(0)[0];
    }
}
