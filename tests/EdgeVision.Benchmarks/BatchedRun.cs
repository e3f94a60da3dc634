using System.Diagnostics;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Benchmarks;

/// <summary>A session that takes a number of pictures at once, and what each cost it.</summary>
internal sealed class BatchedRun : IDisposable
{
    private readonly OrtSession _session;
    private readonly OrtRun _run;
    private readonly List<double> _latency = [];
    private readonly List<double> _cpu = [];

    internal BatchedRun(OrtLibrary library, byte[] model, int batch, int threads)
    {
        (Batch, Threads) = (batch, threads);
        _session = OrtSession.Create(library, model, new OrtSessionOptions { IntraOpThreads = threads });
        _run = _session.CreateRun(_session.Inputs.Concat(_session.Outputs).ToDictionary(
            static info => info.Name, info => info.Shape.Select((size, axis) => axis == 0 ? batch : size).ToArray()));
        for (var picture = 0; picture < batch; picture++)
        {
            Fill(picture);
        }

        _run.Run();
    }

    internal int Batch { get; }

    internal int Threads { get; }

    /// <summary>Median, of one picture.</summary>
    internal double Milliseconds => Median(_latency) / Batch;

    internal double CpuMilliseconds => Median(_cpu) / Batch;

    internal ReadOnlySpan<float> Output(int picture)
    {
        var all = _run.Output<float>(0);
        return all.Slice(picture * (all.Length / Batch), all.Length / Batch);
    }

    internal void Measure()
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        _run.Run();
        _latency.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        _cpu.Add((Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
    }

    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
    }

    /// <summary>Each place of the batch another picture, the same in every size of batch.</summary>
    private void Fill(int picture)
    {
        var bytes = _run.Inputs[0].Bytes;
        var length = bytes.Length / Batch;
        var pixels = new Random(picture);
        if (_run.Inputs[0].ElementType == TensorElementType.UInt8)
        {
            pixels.NextBytes(bytes.Slice(picture * length, length));
            return;
        }

        foreach (ref var value in _run.Inputs[0].AsFloats().Slice(picture * length / sizeof(float), length / sizeof(float)))
        {
            value = pixels.Next(256);
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
