using System.Globalization;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Benchmarks;

/// <summary>Whether several pictures at once cost less than one after another: batches of 1, 2 and 4 on 1 and 2 threads, in turns.</summary>
internal static class BatchBenchmark
{
    private const int Turns = 60;
    private static readonly int[] Batches = [1, 2, 4];
    private static readonly int[] Threads = [1, 2];

    internal static void Run(string path)
    {
        var library = OrtLibrary.Load();
        var model = OpenBatch.Of(File.ReadAllBytes(path));
        var runs = Threads.SelectMany(threads => Batches.Select(batch => new BatchedRun(library, model, batch, threads))).ToList();
        Console.WriteLine($"{Path.GetFileNameWithoutExtension(path)}: outputs differ by at most {Difference(runs):0.######}");
        for (var turn = 0; turn < Turns; turn++)
        {
            runs.ForEach(static run => run.Measure());
        }

        foreach (var run in runs)
        {
            var single = runs.First(one => one.Batch == 1 && one.Threads == run.Threads);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"threads {run.Threads} batch {run.Batch}: {run.Milliseconds:F2} ms and {run.CpuMilliseconds:F2} CPU-ms a picture, {single.Milliseconds / run.Milliseconds:F2} of the single one's throughput"));
            run.Dispose();
        }
    }

    /// <summary>Between a picture in a batch and the same alone.</summary>
    private static float Difference(List<BatchedRun> runs)
    {
        var whole = runs.First(static run => run.Batch == Batches[^1]);
        var worst = 0f;
        foreach (var run in runs)
        {
            for (var picture = 0; picture < run.Batch; picture++)
            {
                var one = run.Output(picture);
                var other = whole.Output(picture);
                for (var at = 0; at < one.Length; at++)
                {
                    worst = Math.Max(worst, Math.Abs(one[at] - other[at]));
                }
            }
        }

        return worst;
    }
}
