using System.Runtime.CompilerServices;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Native.Tests.OnnxRuntime;

public sealed class LifetimeTests
{
    [SkippableFact]
    public void A_bound_run_outlives_the_disposal_of_its_session_and_tensors()
    {
        var library = Ort.Need();
        var session = OrtSession.Create(library, TinyModels.Add);
        var a = NativeTensor.Allocate(library, TensorElementType.Float32, 4);
        var b = NativeTensor.Allocate(library, TensorElementType.Float32, 4);
        using var sum = NativeTensor.Allocate(library, TensorElementType.Float32, 4);
        using var run = session.Bind([a, b], [sum]);
        a.AsFloats().Fill(3);
        b.AsFloats().Fill(4);

        session.Dispose();
        a.Dispose();
        b.Dispose();
        run.Run();

        Assert.Equal([7f, 7f, 7f, 7f], sum.AsFloats());
    }

    [SkippableFact]
    public void Use_after_disposal_throws()
    {
        var session = Ort.Session(TinyModels.Add);
        var run = session.CreateRun();
        run.Dispose();
        run.Dispose();
        session.Dispose();
        session.Dispose();

        Assert.Throws<ObjectDisposedException>(run.Run);
        Assert.Throws<ObjectDisposedException>(run.Cancel);
        Assert.Throws<ObjectDisposedException>(() => run.Inputs[0].Bytes.Length);
        Assert.Throws<ObjectDisposedException>(() => session.CreateRun());
    }

    [SkippableFact]
    public void Forgotten_sessions_runs_and_tensors_are_collected_in_any_order()
    {
        var library = Ort.Need();
        var forgotten = Enumerable.Range(0, 20).Select(_ => Forget(library)).ToArray();
        for (var round = 0; round < 3; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.All(forgotten, reference => Assert.False(reference.IsAlive));
    }

    [SkippableFact]
    public void A_cancelled_run_says_so_until_it_is_reset()
    {
        using var session = Ort.Session(TinyModels.Add);
        using var run = session.CreateRun();

        run.Cancel();
        var error = Assert.Throws<OperationCanceledException>(run.Run);
        Assert.IsType<OrtException>(error.InnerException);
        Assert.Throws<OperationCanceledException>(run.Run);

        run.Reset();
        run.Run();
    }

    [SkippableFact]
    public async Task Runs_of_one_session_bound_for_each_thread_do_not_disturb_each_other()
    {
        using var session = Ort.Session(TinyModels.Add);
        var work = Enumerable.Range(1, 4).Select(number => Task.Run(() =>
        {
            using var run = session.CreateRun();
            run.Inputs[0].AsFloats().Fill(number);
            run.Inputs[1].AsFloats().Fill(number);
            for (var round = 0; round < 500; round++)
            {
                run.Run();
                Assert.Equal(number * 2f, run.Output<float>(0)[round % 4]);
            }
        }));

        await Task.WhenAll(work);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Forget(OrtLibrary library)
    {
        var run = OrtSession.Create(library, TinyModels.NonZero).CreateRun();
        run.Run();
        return new WeakReference(run);
    }
}
