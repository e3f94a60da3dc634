using System.Globalization;
using System.Runtime.InteropServices;
using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Tensors;

namespace EdgeVision.Benchmarks;

/// <summary>Frame to tensor: the fast writer, its scalar twin, and copying as many bytes as the tensor has.</summary>
internal static class PreprocessBenchmark
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMilliseconds(500);

    internal static void Run(bool json)
    {
        if (!json)
        {
            Console.WriteLine($"{"frame to tensor",-26}{"ms",8}{"scalar",9}{"ratio",7}{"memcpy",8}{"MB/s",8}{"memcpy",8}");
        }

        foreach (var one in PreprocessCase.All)
        {
            Report(one, json);
        }
    }

    private static void Report(PreprocessCase one, bool json)
    {
        var pixels = one.Pixels();
        var tensor = new byte[one.Bytes];
        var fast = new TensorWriter(one.Format);
        var scalar = new ScalarTensorWriter(one.Format);
        var transform = one.Transform;
        var fastMs = Clock.Best(() => Write(fast, one, pixels, tensor), s_limit);
        var scalarMs = Clock.Best(() => WriteScalar(scalar, one, pixels, tensor), s_limit);
        var from = new byte[one.Bytes];
        var copyMs = Clock.Best(() => from.AsSpan().CopyTo(tensor), s_limit);
        var rate = one.Bytes / fastMs / 1000;
        var copyRate = one.Bytes / copyMs / 1000;
        Console.WriteLine(json
            ? string.Create(CultureInfo.InvariantCulture, $"{{\"case\":\"{one.Name}\",\"ms\":{fastMs:F4},\"scalar_ms\":{scalarMs:F4},\"memcpy_ms\":{copyMs:F4}}}")
            : string.Create(CultureInfo.InvariantCulture, $"{one.Name,-26}{fastMs,8:F3}{scalarMs,9:F3}{scalarMs / fastMs,7:F1}{copyMs,8:F3}{rate,8:F0}{copyRate,8:F0}"));

        void Write(TensorWriter writer, PreprocessCase what, byte[] source, byte[] target)
        {
            var frame = new Frame(what.Source, default, source);
            if (what.Format.Element == TensorElement.UInt8)
            {
                writer.Write(frame, transform, target);
            }
            else
            {
                writer.Write(frame, transform, MemoryMarshal.Cast<byte, float>(target.AsSpan()));
            }
        }

        void WriteScalar(ScalarTensorWriter writer, PreprocessCase what, byte[] source, byte[] target)
        {
            var frame = new Frame(what.Source, default, source);
            if (what.Format.Element == TensorElement.UInt8)
            {
                writer.Write(frame, transform, target);
            }
            else
            {
                writer.Write(frame, transform, MemoryMarshal.Cast<byte, float>(target.AsSpan()));
            }
        }
    }
}
