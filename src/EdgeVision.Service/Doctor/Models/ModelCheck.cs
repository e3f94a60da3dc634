using System.Globalization;
using EdgeVision.Core.Detections;
using EdgeVision.Core.Faults;
using EdgeVision.Inference;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Models.Signing;
using EdgeVision.Native;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Service.Doctor.Models;

/// <summary>Whether each model is there, is the one its manifest describes, is signed where it must be, loads, and sees a street.</summary>
/// <param name="models">Which.</param>
/// <param name="store">Where they are.</param>
/// <param name="signers">Public keys, one of which must have signed each; null when none need be signed.</param>
/// <param name="library">Gives ONNX Runtime.</param>
/// <param name="time">Of the runs.</param>
public sealed class ModelCheck(
    IReadOnlyList<ModelToCheck> models, ModelStore store, IReadOnlyList<string>? signers, Func<OrtLibrary> library, TimeProvider time) : ICheck
{
    private const int Runs = 5;

    // A slow board still gets one.
    private static readonly TimeSpan LongestTiming = TimeSpan.FromSeconds(1);

    public string Subject => "models";

    public TimeSpan Limit => TimeSpan.FromSeconds(7);

    public async Task RunAsync(FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        foreach (var (name, problems) in store.Broken)
        {
            findings.Warn($"model {name}", "its manifest has mistakes", "mend the manifest", problems.Split('\n'));
        }

        if (models.Count == 0)
        {
            findings.Warn(Subject, "no model file is on this machine", "edgevision models list, then: edgevision models pull NAME");
            return;
        }

        using var keys = signers is null ? null : TrustedKeys.Load(signers);
        var street = new Lazy<DrawnStreet>(() => new DrawnStreet());
        foreach (var model in models)
        {
            cancellation.ThrowIfCancellationRequested();
            await OneAsync(findings, model, keys, street).ConfigureAwait(false);
        }
    }

    private async Task OneAsync(FindingList findings, ModelToCheck model, TrustedKeys? keys, Lazy<DrawnStreet> street)
    {
        var subject = $"model {model.Name}";
        try
        {
            var verified = store.Load(model.Reference);
            if (keys?.Refusal(verified.Manifest) is { } refusal)
            {
                throw new FaultException(refusal);
            }

            using var detector = new DetectorFactory(library(), time).Open(verified, model.Options);
            await SelfTestAsync(findings, subject, verified.Manifest, detector, street.Value).ConfigureAwait(false);
        }
        catch (FaultException failure)
        {
            findings.Fail(subject, failure.Fault.What, failure.Fault.Remedy, failure.Fault.Tail.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        catch (NativeLibraryException missing)
        {
            findings.Warn(subject, "its file is the manifest's; it was not run, because ONNX Runtime is missing", missing.Remedy);
        }
    }

    private async Task SelfTestAsync(FindingList findings, string subject, ModelManifest manifest, Detector detector, DrawnStreet street)
    {
        var frame = new OneFrame(detector);
        var best = TimeSpan.MaxValue;
        var found = await frame.DetectAsync(street.Format, street.Pixels).ConfigureAwait(false);
        var begin = time.GetTimestamp();
        for (var run = 0; run < Runs && (run == 0 || time.GetElapsedTime(begin) < LongestTiming); run++)
        {
            var start = time.GetTimestamp();
            found = await frame.DetectAsync(street.Format, street.Pixels).ConfigureAwait(false);
            var took = time.GetElapsedTime(start);
            best = took < best ? took : best;
        }

        var words = string.Create(
            CultureInfo.InvariantCulture,
            $"hash {manifest.Sha256[..12]}{(signers is null ? "" : ", signed")}; {best.TotalMilliseconds:0.0} ms a frame with {detector.Point.Threads} thread{(detector.Point.Threads == 1 ? "" : "s")}; in the drawn street: {Words(found, detector.Labels)}");
        var known = street.Labels.Where(label => detector.Labels.IndexOf(label) >= 0).ToArray();
        if (found.Count == 0 && known.Length > 0)
        {
            findings.Warn(subject, $"{words}, though there are {string.Join(", ", Counted(known))}", $"edgevision models verify {manifest.Name}; if it is good, lower models.*.score in the device file");
        }
        else
        {
            findings.Ok(subject, words);
        }
    }

    private static string Words(DetectionSet found, LabelSet labels)
    {
        var names = new List<string>();
        foreach (var one in found.Items)
        {
            names.Add(labels[one.ClassId]);
        }

        return names.Count == 0 ? "nothing" : string.Join(", ", Counted(names));
    }

    private static IEnumerable<string> Counted(IEnumerable<string> names) =>
        names.GroupBy(name => name).OrderByDescending(group => group.Count()).Select(group => $"{group.Count()} {group.Key}");
}
