using System.Diagnostics.CodeAnalysis;
using EdgeVision.Core.Detections;
using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators;
using EdgeVision.Inference.Accelerators.Containment;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Tests.Containment.Fakes;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Containment;

/// <summary>A real model on two real accelerators of the same kind, through the detector. Alone, because allocations are counted.</summary>
[Collection(nameof(Alone))]
public class RealFallbackTests
{
    private const int Frames = 60;

    [SkippableTheory]
    [InlineData("fastestdet", "second")]
    [InlineData("fastestdet", "cpu")]
    public async Task A_frame_is_detected_as_without_fallback_and_allocates_nothing(string name, string active)
    {
        var model = RealModels.Need(name);
        using var plain = RealModels.Open(model);
        var watcher = new RecordingWatcher();
        var accelerator = FallbackAccelerator.Open(
            model.Manifest, active == "cpu" ? [Candidate("cpu", model)] : [Candidate("second", model), Candidate("cpu", model)], watcher,
            TimeProvider.System);
        using var detector = DetectorOf(model, accelerator);
        await Eventually.Holds(() => accelerator.Active == active, otherwise: () => string.Join(Environment.NewLine, accelerator.Statuses));

        var picture = new Picture(GoldenPicture.Format.Size, GoldenPicture.Read());
        var expected = new DetectionSet();
        plain.Prepare(0, picture.Frame, []);
        Assert.True((await plain.Submit(0)).Ok);
        plain.Decode(0, expected);

        var detections = new DetectionSet();
        var least = LeastAllocated(detector, picture, detections);
        Assert.True(expected.Count > 0);
        Assert.Equal(expected.Items.ToArray(), detections.Items.ToArray());
        Assert.Equal(active, accelerator.AnsweredBy((Frames - 1) % 2));
        Assert.Equal((0, 0), least);
        Assert.Empty(watcher.Faults);
    }

    private static Detector DetectorOf(VerifiedModel model, IAccelerator accelerator)
    {
        var manifest = model.Manifest;
        var point = new OperatingPoint(manifest.Name, manifest.Sha256, manifest.Input.Size, "auto", 1, false);
        return new Detector(manifest, manifest.Decoder.Create(manifest.Input.Size, manifest.Classes.Count), accelerator, point, new DetectorOptions());
    }

    private static AcceleratorCandidate Candidate(string name, VerifiedModel model) => new(
        name, "CPU", _ => new CpuAccelerator(name, Golden.Session(model, new OrtSessionOptions()), 2, TimeProvider.System))
    {
        RunLimit = TimeSpan.FromMinutes(1),
    };

    /// <summary>Of one frame, on the loop's thread and on the accelerator's; the first frames set things up.</summary>
    private static (long Loop, long Device) LeastAllocated(Detector detector, Picture picture, DetectionSet detections)
    {
        using var done = new AutoResetEvent(initialState: false);
        var (thread, device) = (0, 0L);
        Action signal = () =>
        {
            (thread, device) = (Environment.CurrentManagedThreadId, GC.GetAllocatedBytesForCurrentThread());
            done.Set();
        };
        var frames = new List<(long Loop, long Device)>(Frames);
        var loop = new Thread(() =>
        {
            for (var frame = 0; frame < Frames; frame++)
            {
                var here = GC.GetAllocatedBytesForCurrentThread();
                var (before, there) = (thread, device);
                thread = 0;
                Detect(detector, frame % detector.Slots, picture, detections, done, signal);

                // Only two signals of one thread can be compared.
                frames.Add((GC.GetAllocatedBytesForCurrentThread() - here, thread == before && before != 0 ? device - there : long.MaxValue));
            }
        });
        loop.Start();
        loop.Join();
        return (frames.Min(one => one.Loop), frames.Min(one => one.Device));
    }

    [SuppressMessage("Reliability", "CA2012", Justification = "Polled and consumed once, as the inference loop does.")]
    private static void Detect(
        Detector detector, int slot, Picture picture, DetectionSet detections, AutoResetEvent done, Action signal)
    {
        detector.Prepare(slot, picture.Frame, []);
        var completion = detector.Submit(slot).GetAwaiter();
        if (!completion.IsCompleted)
        {
            completion.UnsafeOnCompleted(signal);
            done.WaitOne();
        }

        Assert.True(completion.GetResult().Ok);
        detections.Clear();
        detector.Decode(slot, detections);
    }
}
