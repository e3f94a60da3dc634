using EdgeVision.Core.Faults;
using EdgeVision.Inference.Accelerators;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Sessions;
using EdgeVision.Inference.Workers;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Service.Verbs;

namespace EdgeVision.Service.Benching;

/// <summary>
/// What an inference costs more in a worker process than in this one. The two take turns, run by run, so that a machine
/// that slows down slows both. The hop, what a run takes beyond the library's own call, tells it with the least noise.
/// </summary>
internal static class WorkerCost
{
    private const int WarmUp = 20;

    /// <exception cref="FaultException">The worker does not start, or a run failed.</exception>
    public static async Task<WorkerCostJson> RunAsync(VerifiedModel model, int threads, int pairs, CancellationToken cancellation)
    {
        var needs = model.Manifest.Decoder.Create(model.Manifest.Input.Size, model.Manifest.Classes.Count).Outputs;
        var session = InferenceSession.Open(OrtLibrary.Load(), model, needs, new OrtSessionOptions { IntraOpThreads = threads });
        using var here = new CpuAccelerator(model.Manifest.Name, session, 2, TimeProvider.System);
        var factory = new WorkerAcceleratorFactory(new WorkerSetup { Command = WorkerCommand.ThisProgram(WorkerVerb.Name) }, TimeProvider.System);
        var plan = new WorkerPlan { Accelerator = "worker", Provider = "CPU", Threads = threads, RunDeadline = TimeSpan.FromSeconds(30) };
        var (worker, fault) = await factory.OpenAsync(model, needs, plan, cancellation).ConfigureAwait(false);
        using var there = worker ?? throw new FaultException(fault!);
        var runs = new List<(Turn Here, Turn There)>(pairs);
        for (var i = 0; i < WarmUp + pairs; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var pair = (await RunAsync(here, i % 2).ConfigureAwait(false), await RunAsync(there, i % 2).ConfigureAwait(false));
            if (i >= WarmUp)
            {
                runs.Add(pair);
            }
        }

        return new WorkerCostJson(
            model.Manifest.Name, threads, pairs, At(.5, runs.Select(run => run.Here.Ms)), At(.5, runs.Select(run => run.There.Ms)),
            Added(.5, runs), Added(.1, runs),
            At(.5, runs.Select(run => run.Here.HopMs)), At(.5, runs.Select(run => run.There.HopMs)), At(.95, runs.Select(run => run.There.HopMs)));
    }

    private static async ValueTask<Turn> RunAsync(IAccelerator accelerator, int slot)
    {
        var started = TimeProvider.System.GetTimestamp();
        var outcome = await accelerator.Submit(slot).ConfigureAwait(false);
        var whole = TimeProvider.System.GetElapsedTime(started);
        return outcome.Fault is null ? new Turn(whole.TotalMilliseconds, (whole - outcome.Run).TotalMilliseconds) : throw new FaultException(outcome.Fault);
    }

    private static double Added(double quantile, List<(Turn Here, Turn There)> runs) =>
        Math.Round(At(quantile, runs.Select(run => run.There.HopMs)) - At(quantile, runs.Select(run => run.Here.HopMs)), 3);

    private static double At(double quantile, IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return Math.Round(sorted[(int)(quantile * (sorted.Length - 1))], 3);
    }

    private readonly record struct Turn(double Ms, double HopMs);
}
