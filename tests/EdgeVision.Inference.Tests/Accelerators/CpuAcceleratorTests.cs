using EdgeVision.Inference.Accelerators;
using EdgeVision.Inference.Sessions;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Accelerators;

public class CpuAcceleratorTests
{
    [SkippableFact]
    public async Task Slots_run_in_order_each_on_its_own_input_and_again()
    {
        using var session = Open();
        using var alone = session.CreateSlot();
        using var accelerator = new CpuAccelerator("fastestdet", session, 2, TimeProvider.System);
        for (var round = 0; round < 20; round++)
        {
            Fill(accelerator.Input(0), round);
            Fill(accelerator.Input(1), round + 1000);
            var first = accelerator.Submit(0).AsTask();
            var second = accelerator.Submit(1).AsTask();
            Assert.True((await second).Ok);
            Assert.True(first.IsCompletedSuccessfully);

            Fill(alone.Input, round + 1000);
            alone.Run();
            Assert.True(alone.Floats(0).SequenceEqual(accelerator.Outputs(1).Floats(0)));
            Assert.False(alone.Floats(0).SequenceEqual(accelerator.Outputs(0).Floats(0)));
        }
    }

    [SkippableFact]
    public async Task Dispose_finishes_what_was_submitted_and_refuses_more()
    {
        var accelerator = new CpuAccelerator("fastestdet", Open(), 2, TimeProvider.System);
        var first = accelerator.Submit(0).AsTask();
        var second = accelerator.Submit(1).AsTask();
        accelerator.Dispose();
        Assert.True((await first).Ok);
        Assert.True((await second).Ok);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => accelerator.Submit(0).AsTask());
        accelerator.Dispose();
    }

    [SkippableFact]
    public async Task The_outcome_says_how_long_the_accelerator_worked()
    {
        using var accelerator = new CpuAccelerator("fastestdet", Open(), 1, TimeProvider.System);
        Assert.True((await accelerator.Submit(0)).Run > TimeSpan.Zero);
    }

    [SkippableFact]
    public async Task A_continuation_may_dispose_the_accelerator_that_runs_it()
    {
        var accelerator = new CpuAccelerator("fastestdet", Open(), 1, TimeProvider.System);
        await accelerator.Submit(0).ConfigureAwait(false);
        accelerator.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => accelerator.Submit(0).AsTask());
    }

    private static InferenceSession Open()
    {
        var model = RealModels.Need("fastestdet");
        var needs = model.Manifest.Decoder.Create(model.Manifest.Input.Size, model.Manifest.Classes.Count).Outputs;
        return InferenceSession.Open(Ort.Need(), model, needs, new OrtSessionOptions());
    }

    private static void Fill(NativeTensor tensor, int seed)
    {
        var random = new Random(seed);
        foreach (ref var value in tensor.AsFloats())
        {
            value = random.NextSingle();
        }
    }
}
