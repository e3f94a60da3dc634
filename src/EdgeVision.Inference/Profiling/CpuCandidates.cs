using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Sessions;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Profiling;

/// <summary>The operating points of a model on this machine's processor.</summary>
public static class CpuCandidates
{
    private const string Cpu = "cpu";
    private const int EachUpTo = 4;

    /// <param name="library">ONNX Runtime.</param>
    /// <param name="model">The verified model.</param>
    /// <param name="threads">Thread counts, each at least 1.</param>
    /// <param name="time">The clock of the runs.</param>
    /// <returns>Each count without spinning, and with it where there is more than one thread: a single one has no pool.</returns>
    public static IReadOnlyList<ProfileCandidate> Of(OrtLibrary library, VerifiedModel model, IEnumerable<int> threads, TimeProvider time) =>
    [
        .. threads.Distinct().Order().SelectMany(count => count > 1
            ? [Of(library, model, count, false, time), Of(library, model, count, true, time)]
            : new[] { Of(library, model, count, false, time) }),
    ];

    /// <summary>Each count up to 4, then every other one, up to the processor's own number of threads.</summary>
    /// <param name="processors">How many the machine has.</param>
    public static IEnumerable<int> ThreadCounts(int processors) =>
        Enumerable.Range(1, Math.Max(1, processors)).Where(count => count <= EachUpTo || count % 2 == 0 || count == processors);

    private static ProfileCandidate Of(OrtLibrary library, VerifiedModel model, int threads, bool spinning, TimeProvider time)
    {
        var manifest = model.Manifest;
        return new ProfileCandidate(
            new OperatingPoint(manifest.Name, manifest.Sha256, manifest.Input.Size, Cpu, threads, spinning), AcceleratorFamily.Cpu,
            () => Open(library, model, new OrtSessionOptions { IntraOpThreads = threads, Spinning = spinning }, time));
    }

    private static CpuAccelerator Open(OrtLibrary library, VerifiedModel model, OrtSessionOptions options, TimeProvider time)
    {
        var manifest = model.Manifest;
        var needs = manifest.Decoder.Create(manifest.Input.Size, manifest.Classes.Count).Outputs;
        return new CpuAccelerator(manifest.Name, InferenceSession.Open(library, model, needs, options), slots: 1, time);
    }
}
