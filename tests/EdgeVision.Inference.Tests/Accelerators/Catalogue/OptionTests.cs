using EdgeVision.Inference.Accelerators.Catalogue;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Inference.Tests.Accelerators.Catalogue;

/// <summary>Options of providers: right ones are written as the provider takes them, wrong ones say what to write instead.</summary>
public class OptionTests
{
    [Theory]
    [InlineData("OpenVINO", "device_type", "NPU", "NPU")]
    [InlineData("OpenVINO", "device_type", "HETERO:GPU.0,CPU", "HETERO:GPU.0,CPU")]
    [InlineData("OpenVINO", "enable_qdq_optimizer", "1", "true")]
    [InlineData("CUDA", "gpu_mem_limit", "64MiB", "67108864")]
    [InlineData("CUDA", "gpu_mem_limit", "4096", "4096")]
    [InlineData("CUDA", "enable_cuda_graph", "true", "1")]
    [InlineData("TensorRT", "trt_builder_optimization_level", "5", "5")]
    [InlineData("TensorRT", "trt_auxiliary_streams", "-1", "-1")]
    [InlineData("QNN", "htp_performance_mode", "burst", "burst")]
    [InlineData("WebGPU", "preferredLayout", "NCHW", "NCHW")]
    public void Right_values_become_the_providers(string provider, string option, string written, string given)
    {
        var settings = Settle(provider, option, written);

        Assert.Empty(settings.Problems);
        Assert.Equal(given, settings.Values[option]);
    }

    [Theory]
    [InlineData("OpenVINO", "device_typ", "NPU", "did you mean 'device_type'?")]
    [InlineData("OpenVINO", "device_type", "TPU", "is not a text such as NPU, GPU.0")]
    [InlineData("OpenVINO", "device_type", "GPU,rm -rf", "is not a text such as")]
    [InlineData("OpenVINO", "device_type", "AUTO:NPU", "is not a text such as")]
    [InlineData("CUDA", "gpu_mem_limit", "much", "a size such as 64MiB")]
    [InlineData("CUDA", "device_id", "-1", "an integer of 0 or more")]
    [InlineData("TensorRT", "trt_builder_optimization_level", "6", "an integer from 0 to 5")]
    [InlineData("TensorRT", "trt_fp16_enable", "maybe", "true or false")]
    [InlineData("QNN", "htp_performance_mode", "brust", "did you mean 'burst'?")]
    [InlineData("WebGPU", "preferredlayout", "NCHW", "did you mean 'preferredLayout'?")]
    [InlineData("CPU", "threads", "2", "CPU has no options")]
    [InlineData("XNNPACK", "zzzzzz", "2", "it has intra_op_num_threads")]
    public void Wrong_ones_say_what_to_write(string provider, string option, string written, string says)
    {
        var settings = Settle(provider, option, written);

        Assert.Contains(says, Assert.Single(settings.Problems).ToString(), StringComparison.Ordinal);
        Assert.Empty(settings.Values);
    }

    [Fact]
    public void No_text_is_both_taken_and_refused() => Prop.ForAll<string, string>((option, text) =>
        ProviderCatalogue.Providers.All(provider =>
        {
            var names = provider.Options.Select(known => known.Name).Append(option ?? "");
            return names.Distinct().All(name =>
            {
                var settings = ProviderSettings.Of(provider, new Dictionary<string, string> { [name] = text ?? "" });
                return settings.Values.Count + settings.Problems.Count == 1;
            });
        })).QuickCheckThrowOnFailure();

    private static ProviderSettings Settle(string provider, string option, string written) =>
        ProviderSettings.Of(ProviderCatalogue.Find(provider)!, new Dictionary<string, string> { [option] = written });
}
