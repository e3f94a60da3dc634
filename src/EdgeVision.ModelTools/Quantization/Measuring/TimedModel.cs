using System.Runtime.InteropServices;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization.Measuring;

/// <summary>A model loaded as a detector loads it, with an input full of noise, to be timed.</summary>
public sealed class TimedModel : IDisposable
{
    private const int Seed = 1;
    private const int WarmUps = 3;
    private readonly TimeProvider _time;
    private readonly OrtSession _session;
    private readonly OrtRun _run;

    /// <param name="library">ONNX Runtime.</param>
    /// <param name="time">The clock.</param>
    /// <param name="model">The model file's content.</param>
    /// <param name="shapes">Of inputs that the model leaves open.</param>
    /// <param name="threads">Within one run, at least 1.</param>
    /// <exception cref="OrtException">It does not load or run.</exception>
    public TimedModel(
        OrtLibrary library, TimeProvider time, ReadOnlyMemory<byte> model, IReadOnlyDictionary<string, long[]> shapes, int threads)
    {
        _time = time;
        _session = OrtSession.Create(library, model, new OrtSessionOptions { IntraOpThreads = threads });
        _run = _session.CreateRun(shapes);
        foreach (var input in _run.Inputs)
        {
            Fill(input);
        }

        for (var i = 0; i < WarmUps; i++)
        {
            _run.Run();
        }
    }

    /// <summary>One run's time in milliseconds.</summary>
    public double RunMs()
    {
        var started = _time.GetTimestamp();
        _run.Run();
        return _time.GetElapsedTime(started).TotalMilliseconds;
    }

    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
    }

    /// <summary>Zeros would run through faster adders on some hardware, and all-equal pixels through warmer caches.</summary>
    private static void Fill(NativeTensor input)
    {
        var random = new Random(Seed);
        if (input.ElementType != TensorElementType.Float32)
        {
            random.NextBytes(input.Bytes);
            return;
        }

        foreach (ref var value in MemoryMarshal.Cast<byte, float>(input.Bytes))
        {
            value = random.NextSingle();
        }
    }
}
