using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Native.Tests.OnnxRuntime;

public sealed class ErrorTests
{
    [SkippableFact]
    public void Every_truncation_of_a_model_is_an_error_or_a_session_and_never_a_crash()
    {
        var model = TinyModels.MatMul;
        for (var length = 0; length < model.Length; length++)
        {
            Open(model.AsMemory(0, length));
        }
    }

    [SkippableFact]
    public void Every_damaged_byte_of_a_model_is_an_error_or_a_session_and_never_a_crash()
    {
        foreach (var damage in new byte[] { 0x01, 0x80, 0xFF })
        {
            for (var place = 0; place < TinyModels.MatMul.Length; place++)
            {
                var model = TinyModels.MatMul.ToArray();
                model[place] ^= damage;
                Open(model);
            }
        }
    }

    [SkippableFact]
    public void Bytes_that_are_no_model_are_refused_with_the_librarys_code_and_words()
    {
        var error = Assert.Throws<OrtException>(() => Ort.Session("this is not a model at all"u8.ToArray()));

        Assert.Equal(OrtErrorCode.InvalidProtobuf, error.Code);
        Assert.Equal("CreateSessionFromArray", error.Function);
        Assert.Contains("protobuf", error.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(error.Text, error.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Half_of_a_real_detector_is_refused()
    {
        var model = File.ReadAllBytes(TestAssets.Need("models", "yolox-nano-416.onnx"));

        Assert.Throws<OrtException>(() => Ort.Session(model[..(model.Length / 2)]));
    }

    [SkippableFact]
    public void A_provider_that_the_library_lacks_is_refused_by_name()
    {
        var error = Assert.Throws<OrtException>(
            () => Ort.Session(TinyModels.Add, new OrtSessionOptions { Provider = "NoSuchProvider" }));

        Assert.Equal("SessionOptionsAppendExecutionProvider", error.Function);
        Assert.Contains("NoSuchProvider", error.Text, StringComparison.Ordinal);
    }

    /// <summary>These two are unknown to the generic call; without their driver the error must come from their own calls.</summary>
    [SkippableTheory]
    [InlineData("CUDA", "CUDA")]
    [InlineData("CUDAExecutionProvider", "CUDA")]
    [InlineData("TensorRT", "TensorRT")]
    [InlineData("TensorrtExecutionProvider", "TensorRT")]
    public void Nvidias_providers_go_by_their_own_calls(string provider, string family)
    {
        var library = Ort.Need();
        var error = Record.Exception(() => OrtSession.Create(library, TinyModels.Add, new OrtSessionOptions { Provider = provider }).Dispose());

        if (error is not null)
        {
            Assert.Contains(family, Assert.IsType<OrtException>(error).Function, StringComparison.Ordinal);
        }
    }

    [SkippableTheory]
    [InlineData("CPU")]
    [InlineData("CPUExecutionProvider")]
    public void The_cpu_may_be_named(string provider)
    {
        Ort.Session(TinyModels.Add, new OrtSessionOptions { Provider = provider }).Dispose();
    }

    [SkippableFact]
    public void Configuration_entries_reach_the_library()
    {
        var entries = new Dictionary<string, string> { ["session.load_model_format"] = "ORT" };

        Ort.Session(TinyModels.Add).Dispose();
        Assert.Throws<OrtException>(() => Ort.Session(TinyModels.Add, new OrtSessionOptions { ConfigEntries = entries }));
    }

    [SkippableFact]
    public void Tensors_that_do_not_fit_are_refused_with_what_was_wanted()
    {
        var library = Ort.Need();
        using var session = OrtSession.Create(library, TinyModels.Add);
        using var four = NativeTensor.Allocate(library, TensorElementType.Float32, 4);
        using var five = NativeTensor.Allocate(library, TensorElementType.Float32, 5);
        using var bytes = NativeTensor.Allocate(library, TensorElementType.UInt8, 4);

        Assert.Throws<ArgumentException>(() => session.Bind([four], [four]));
        Assert.Throws<ArgumentException>(() => session.Bind([four, bytes], [four]));
        var error = Assert.Throws<ArgumentException>(() => session.Bind([four, five], [four]));
        Assert.Contains("b Float32[4] does not take a tensor of Float32[5]", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => bytes.AsFloats().Length);
    }

    [SkippableFact]
    public void An_open_input_without_a_shape_is_asked_for()
    {
        using var session = Ort.Session(TinyModels.MatMul);

        var error = Assert.Throws<ArgumentException>(() => session.CreateRun());
        Assert.Contains("x Float32[rows,3]", error.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_preallocated_output_of_the_wrong_size_is_an_error_and_leaves_the_session_usable()
    {
        using var session = Ort.Session(TinyModels.MatMul);
        using var wrong = session.CreateRun(new Dictionary<string, long[]> { ["x"] = [4, 3], ["y"] = [3, 2] });
        Assert.Throws<OrtException>(wrong.Run);

        using var right = session.CreateRun(new Dictionary<string, long[]> { ["x"] = [4, 3], ["y"] = [4, 2] });
        right.Run();
    }

    [SkippableTheory]
    [InlineData(TensorElementType.Float32, new long[] { 1, -1 })]
    [InlineData(TensorElementType.Float32, new long[] { 1L << 40, 1L << 40 })]
    [InlineData(TensorElementType.Float32, new long[] { 1L << 30 })]
    [InlineData(TensorElementType.Text, new long[] { 1 })]
    public void Tensors_that_cannot_be_are_refused(TensorElementType type, long[] shape)
    {
        var library = Ort.Need();
        Assert.Throws<ArgumentException>(() => NativeTensor.Allocate(library, type, shape));
    }

    private static void Open(ReadOnlyMemory<byte> model)
    {
        try
        {
            OrtSession.Create(Ort.Need(), model).Dispose();
        }
        catch (OrtException error)
        {
            Assert.NotEqual(OrtErrorCode.Ok, error.Code);
            Assert.NotEmpty(error.Text);
        }
    }
}
