using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Native.Tests.OnnxRuntime;

public sealed class AllocationTests
{
    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_bound_run_allocates_no_managed_memory(int threads)
    {
        using var session = Ort.Session(TinyModels.Add, new OrtSessionOptions { IntraOpThreads = threads });
        using var run = session.CreateRun();
        for (var warm = 0; warm < 50; warm++)
        {
            Round(run);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 200; round++)
        {
            Round(run);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Round(OrtRun run)
    {
        run.Inputs[0].AsFloats().Fill(1);
        run.Run();
        if (run.Output<float>(0)[3] != run.Inputs[0].AsFloats()[3] + run.Inputs[1].AsFloats()[3])
        {
            throw new InvalidOperationException("wrong sum");
        }
    }
}
