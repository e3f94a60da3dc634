using System.Runtime.CompilerServices;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Native.Tests.OnnxRuntime;

public sealed class RunTests
{
    [SkippableFact]
    public void Adding_gives_the_sums()
    {
        using var session = Ort.Session(TinyModels.Add);
        using var run = session.CreateRun();
        float[] a = [1, 2, 3, 4];
        float[] b = [10, 20, 30, 40.5f];
        a.CopyTo(run.Inputs[0].AsFloats());
        b.CopyTo(run.Inputs[1].AsFloats());

        run.Run();

        Assert.Equal([11f, 22f, 33f, 44.5f], run.Output<float>(0));
    }

    [SkippableFact]
    public void The_same_bound_run_sees_new_inputs_each_time()
    {
        using var session = Ort.Session(TinyModels.Add);
        using var run = session.CreateRun();
        for (var round = 0; round < 10; round++)
        {
            run.Inputs[0].AsFloats().Fill(round);
            run.Inputs[1].AsFloats().Fill(0.25f);
            run.Run();
            Assert.Equal(Enumerable.Repeat(round + 0.25f, 4), run.Output<float>(0).ToArray());
        }
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    public void An_open_shape_given_when_binding_multiplies_like_a_plain_loop(int rows)
    {
        using var session = Ort.Session(TinyModels.MatMul);
        using var run = session.CreateRun(new Dictionary<string, long[]> { ["x"] = [rows, 3], ["y"] = [rows, 2] });
        var random = new Random(rows);
        var x = run.Inputs[0].AsFloats();
        foreach (ref var value in x)
        {
            value = random.Next(-100, 100);
        }

        run.Run();

        float[,] w = { { 1, 2 }, { 3, 4 }, { 5, 6 } };
        var y = run.Output<float>(0);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < 2; column++)
            {
                var expected = (x[row * 3] * w[0, column]) + (x[(row * 3) + 1] * w[1, column]) + (x[(row * 3) + 2] * w[2, column]);
                Assert.Equal(expected, y[(row * 2) + column]);
            }
        }
    }

    [SkippableFact]
    public void An_output_whose_size_depends_on_the_data_is_made_anew_by_each_run()
    {
        using var session = Ort.Session(TinyModels.NonZero);
        using var run = session.CreateRun();
        Assert.Null(run.Outputs[0]);
        Assert.Throws<InvalidOperationException>(() => run.OutputShape(0).Length);

        float[] first = [0, 5, 0, 0, 7, 9];
        first.CopyTo(run.Inputs[0].AsFloats());
        run.Run();
        Assert.Equal([1L, 3L], run.OutputShape(0));
        Assert.Equal([1L, 4L, 5L], run.Output<long>(0));

        run.Inputs[0].AsFloats().Clear();
        run.Run();
        Assert.Equal([1L, 0L], run.OutputShape(0));
        Assert.True(run.Output<long>(0).IsEmpty);
    }

    [SkippableFact]
    public void Bytes_and_scalars_travel_in_their_own_types()
    {
        using var bytes = Ort.Session(TinyModels.CastBytes);
        using var cast = bytes.CreateRun();
        byte[] x = [0, 127, 255];
        x.CopyTo(cast.Inputs[0].Bytes);
        cast.Run();
        Assert.Equal([0f, 127f, 255f], cast.Output<float>(0));

        using var scalar = Ort.Session(TinyModels.NegateScalar);
        using var negate = scalar.CreateRun();
        negate.Inputs[0].As<double>()[0] = 2.5;
        negate.Run();
        Assert.Equal([-2.5], negate.Output<double>(0));
        Assert.True(negate.OutputShape(0).IsEmpty);
    }

    [SkippableTheory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public void A_real_detector_gives_the_same_numbers_with_any_threads_and_memory(int threads, bool frugal)
    {
        var model = File.ReadAllBytes(TestAssets.Need("models", "fastestdet-352.onnx"));
        using var plain = Ort.Session(model, new OrtSessionOptions { GraphOptimization = OrtGraphOptimization.None });
        using var tuned = Ort.Session(
            model, new OrtSessionOptions { IntraOpThreads = threads, CpuMemoryArena = !frugal, MemoryPattern = !frugal });
        using var expected = plain.CreateRun();
        using var actual = tuned.CreateRun();
        var random = new Random(7);
        foreach (ref var value in expected.Inputs[0].AsFloats())
        {
            value = random.NextSingle();
        }

        expected.Inputs[0].Bytes.CopyTo(actual.Inputs[0].Bytes);

        expected.Run();
        actual.Run();

        var wanted = expected.Output<float>(0);
        var got = actual.Output<float>(0);
        Assert.Contains(wanted.ToArray(), value => value != 0);
        for (var index = 0; index < wanted.Length; index++)
        {
            Assert.Equal(wanted[index], got[index], 1e-3f);
        }
    }

    /// <summary>The sum is what OpenCV's own DNN engine gives for the same file and input.</summary>
    [SkippableFact]
    public void Yolox_on_zeros_gives_what_another_engine_gives()
    {
        using var session = Ort.Session(File.ReadAllBytes(TestAssets.Need("models", "yolox-nano-416.onnx")));
        using var run = session.CreateRun();

        run.Run();

        var sum = 0.0;
        foreach (var value in run.Output<float>(0))
        {
            sum += value;
        }

        Assert.Equal(15426.08, sum, 0.05);
    }

    [SkippableFact]
    public void Tensors_start_on_a_cache_line_and_hold_zeros()
    {
        var library = Ort.Need();
        for (var length = 1; length < 70; length++)
        {
            using var tensor = NativeTensor.Allocate(library, TensorElementType.UInt8, length);
            var start = Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref tensor.Bytes[0]);
            Assert.Equal(0, start % 64);
            Assert.False(tensor.Bytes.ContainsAnyExcept((byte)0));
        }
    }
}
