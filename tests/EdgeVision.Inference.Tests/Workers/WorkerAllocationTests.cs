using System.Diagnostics.CodeAnalysis;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Inference.Workers;

namespace EdgeVision.Inference.Tests.Workers;

/// <summary>Alone, because the whole process's allocations are counted.</summary>
[Collection(nameof(Alone))]
public class WorkerAllocationTests
{
    private const int Batches = 30;

    [Fact]
    public async Task A_run_allocates_nothing_on_the_parents_side()
    {
        using var worker = await WorkerRig.Open("good");
        using var done = new AutoResetEvent(initialState: false);
        Action signal = () => done.Set();
        var batches = new List<long>();
        var loop = new Thread(() =>
        {
            for (var batch = 0; batch < Batches; batch++)
            {
                var before = GC.GetTotalAllocatedBytes(precise: true);
                Run(worker, done, signal);
                batches.Add(GC.GetTotalAllocatedBytes(precise: true) - before);
            }
        });
        loop.Start();
        loop.Join();

        // The test host's own threads write at times; what a run allocates would be in every batch.
        Assert.Equal(0, batches.Min());
    }

    [SuppressMessage("Reliability", "CA2012", Justification = "Polled and consumed once, as the inference loop does.")]
    private static void Run(WorkerAccelerator worker, AutoResetEvent done, Action signal)
    {
        for (var slot = 0; slot < 2; slot++)
        {
            var completion = worker.Submit(slot).GetAwaiter();
            if (!completion.IsCompleted)
            {
                completion.UnsafeOnCompleted(signal);
                done.WaitOne();
            }

            completion.GetResult();
            _ = worker.Outputs(slot).Floats(0)[0];
        }
    }
}
