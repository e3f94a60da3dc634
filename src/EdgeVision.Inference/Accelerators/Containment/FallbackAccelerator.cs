using EdgeVision.Core.Faults;
using EdgeVision.Core.Operating;
using EdgeVision.Core.Ports;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>
/// One model on an ordered list of accelerators, the last of which always serves. Frames go to the first that has proved itself;
/// a frame that fails there or comes out as rubbish is run again on the next, one that takes too long on the last, so that it still gives detections.
/// Accelerators are opened, proved and brought back beside the frames; a change of accelerator costs no frame.
/// </summary>
/// <remarks>
/// Outputs of all but the last are checked and copied, so that an accelerator may be closed at any time. Its input memory is kept
/// until the frame prepared in it was submitted: call <see cref="Input"/> for each frame, before <see cref="Submit"/>.
/// </remarks>
public sealed class FallbackAccelerator : IAccelerator
{
    private readonly ContainmentOptions _options;
    private readonly CandidateBoard _board;
    private readonly IAccelerator _last;
    private readonly FrameRouter _router;
    private readonly CandidateCare[] _cares;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _caring;
    private int _disposed;

    private FallbackAccelerator(
        ModelManifest manifest, CandidateTrack[] tracks, IAccelerator last, IAcceleratorWatcher watcher, TimeProvider time, ContainmentOptions options)
    {
        _options = options;
        _last = last;
        var reference = tracks[^1];
        var proof = tracks.Length > 1 ? new GoldenProof(manifest, reference, last, time) : null;
        _board = new CandidateBoard(tracks, watcher, time);
        var words = new FaultWords(manifest.Sha256);
        _router = new FrameRouter(manifest, last.Slots, _board, words, time);
        _board.Move(reference, AcceleratorState.Starting);
        _board.Move(reference, AcceleratorState.Proving);
        _board.Install(new AcceleratorInstance(reference, last, _router.Ended, time), verdict: null);
        _cares = [.. tracks[..^1].Select(track => new CandidateCare(track, _board, proof!, words, _router.Ended, time))];
        _caring = Task.WhenAll(_cares.Select(care => Task.Run(() => care.RunAsync(_stop.Token))));
    }

    public int Slots => _last.Slots;

    /// <summary>Name of the candidate that the next frame goes to.</summary>
    public string Active => _board.Active;

    /// <summary>All candidates as they stand, in their order.</summary>
    public IReadOnlyList<AcceleratorStatus> Statuses => _board.Statuses;

    /// <summary>Opens the last candidate and begins to open the others beside it.</summary>
    /// <param name="manifest">The model that they all run.</param>
    /// <param name="candidates">The most wanted first; the last one serves always and is the reference, so it should be the CPU.</param>
    /// <param name="watcher">Is told what happens.</param>
    /// <param name="time">The clock.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <exception cref="FaultException">The last candidate cannot be opened, or cannot run the model.</exception>
    public static FallbackAccelerator Open(
        ModelManifest manifest, IReadOnlyList<AcceleratorCandidate> candidates, IAcceleratorWatcher watcher, TimeProvider time,
        ContainmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentOutOfRangeException.ThrowIfZero(candidates.Count);
        options ??= new ContainmentOptions();
        var tracks = candidates.Select((one, order) => TrackOf(one, order, order == candidates.Count - 1, options)).ToArray();
        var last = candidates[^1].Open(CancellationToken.None);
        try
        {
            return new FallbackAccelerator(manifest, tracks, last, watcher, time, options);
        }
        catch
        {
            last.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <remarks>Of the active accelerator; it stays where it is until the slot is submitted, whatever happens to that one.</remarks>
    public NativeTensor Input(int slot) => _router.Input(slot);

    public ValueTask<InferenceOutcome> Submit(int slot)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        return _router.Submit(slot);
    }

    public ITensorOutputs Outputs(int slot) => _router.Outputs(slot);

    /// <summary>Name of the candidate that the slot's outputs are from; empty before the first.</summary>
    public string AnsweredBy(int slot) => _router.Answerer(slot)?.Name ?? "";

    /// <summary>The point that the slot's outputs are from; null before the first, and where its candidate has none.</summary>
    public OperatingPoint? PointOf(int slot) => _router.Answerer(slot)?.Point;

    /// <summary>Tries those that do not serve without waiting for their pause to end, as when a device was plugged in.</summary>
    public void LookAgain()
    {
        foreach (var care in _cares)
        {
            care.LookAgain();
        }
    }

    /// <summary>Finishes the runs that were submitted, then closes all accelerators; one that hangs is left behind.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _stop.Cancel();
        ((IAsyncResult)_caring).AsyncWaitHandle.WaitOne(_options.StopLimit);
        _router.Dispose();
        _last.Dispose();
        _stop.Dispose();
    }

    private static CandidateTrack TrackOf(AcceleratorCandidate candidate, int order, bool isLast, ContainmentOptions options)
    {
        var pauses = new Backoff(options.FirstPause, options.LongestPause, new Random());
        return new CandidateTrack(candidate, order, isLast, new CircuitBreaker(options.Faults, options.Window, pauses));
    }
}
