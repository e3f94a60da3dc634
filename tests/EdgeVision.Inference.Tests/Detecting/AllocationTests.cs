using System.Diagnostics.CodeAnalysis;
using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Detecting;

/// <summary>Alone, because the whole process's allocations are counted.</summary>
[Collection(nameof(Alone))]
public class AllocationTests
{
    private const int Batches = 50;

    private const int Frames = 4;

    [SkippableTheory]
    [InlineData("fastestdet")]
    [InlineData("yunet-s")]
    public void A_frame_from_pixels_to_boxes_allocates_nothing(string model)
    {
        using var detector = RealModels.Open(model, new DetectorOptions { Score = 0.05f });
        var picture = Picture.Read(new PictureSize(480, 270), TestAssets.Need("videos", "face-demographics-walking.gif"));
        var detections = new DetectionSet();
        using var done = new AutoResetEvent(initialState: false);
        Action signal = () => done.Set();
        var batches = new List<(long Here, long Everywhere)>();

        // A thread of its own, as the inference loop has: xunit's would have completions posted through its context.
        var loop = new Thread(() =>
        {
            for (var batch = 0; batch < Batches; batch++)
            {
                var here = GC.GetAllocatedBytesForCurrentThread();
                var everywhere = GC.GetTotalAllocatedBytes(precise: true);
                Detect(detector, picture, detections, done, signal);
                batches.Add((GC.GetAllocatedBytesForCurrentThread() - here, GC.GetTotalAllocatedBytes(precise: true) - everywhere));
            }
        });
        loop.Start();
        loop.Join();

        // First frames set things up, a contended lock makes its event once, and the test host's own threads write at
        // times; what a frame allocates would be in every batch.
        Assert.Equal(0, batches.Min(batch => batch.Here));
        Assert.Equal(0, batches.Min(batch => batch.Everywhere));
        Assert.True(detections.Count > 0);
    }

    [SuppressMessage("Reliability", "CA2012", Justification = "Polled and consumed once, as the inference loop does.")]
    private static void Detect(Detector detector, Picture picture, DetectionSet detections, AutoResetEvent done, Action signal)
    {
        for (var i = 0; i < Frames; i++)
        {
            var slot = i % detector.Slots;
            detector.Prepare(slot, picture.Frame, []);
            var completion = detector.Submit(slot).GetAwaiter();
            if (!completion.IsCompleted)
            {
                completion.UnsafeOnCompleted(signal);
                done.WaitOne();
            }

            completion.GetResult();

            detections.Clear();
            detector.Decode(slot, detections);
        }
    }
}
