using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;

namespace EdgeVision.Inference.Workers;

/// <summary>Opens models on providers that run in a process of their own.</summary>
/// <param name="setup">How workers are started here.</param>
/// <param name="time">The clock of the runs.</param>
public sealed class WorkerAcceleratorFactory(WorkerSetup setup, TimeProvider time)
{
    /// <summary>Starts a worker and has it load the model. Device trouble is in the answer, not thrown.</summary>
    /// <param name="model">Verified; the worker reads its file again and compares the hash.</param>
    /// <param name="needs">The decoder's <see cref="IDecoder.Outputs"/>.</param>
    /// <param name="plan">Provider, options and deadlines.</param>
    /// <param name="cancellation">Ends the worker and the wait.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ArgumentException">The tensors need 2 GiB or more.</exception>
    public async Task<WorkerOpening> OpenAsync(
        VerifiedModel model, IReadOnlyList<OutputNeed> needs, WorkerPlan plan, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        Leftovers.Sweep(setup.RuntimeFolder, time);
        WorkerAccelerator accelerator;
        try
        {
            accelerator = new WorkerAccelerator(setup, plan, model, needs, time);
        }
        catch (IOException noRoom)
        {
            return new WorkerOpening(null, new WorkerFaults(model.Manifest.Name, model.Manifest.Sha256, plan).NoMemory(noRoom.Message));
        }

        using var registration = cancellation.Register(accelerator.Abandon);
        var fault = await accelerator.Opened.ConfigureAwait(false);
        if (fault is null && !cancellation.IsCancellationRequested)
        {
            return new WorkerOpening(accelerator, null);
        }

        accelerator.Dispose();
        cancellation.ThrowIfCancellationRequested();
        return new WorkerOpening(null, fault);
    }
}
