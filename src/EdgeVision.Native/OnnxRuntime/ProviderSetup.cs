namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Puts an execution provider in front of the CPU.</summary>
internal static class ProviderSetup
{
    private const string Suffix = "ExecutionProvider";

    /// <summary>Takes short names and those of GetAvailableProviders alike: TensorRT and TensorrtExecutionProvider are one.</summary>
    public static void Append(
        OrtTable table, OrtSessionOptionsHandle options, string provider, IReadOnlyDictionary<string, string> settings)
    {
        var name = provider.EndsWith(Suffix, StringComparison.Ordinal) ? provider[..^Suffix.Length] : provider;
        switch (name.ToUpperInvariant())
        {
            case "CPU":
                break;
            case "CUDA":
                using (var cuda = table.CreateCUDAProviderOptions())
                {
                    table.UpdateCUDAProviderOptions(cuda, settings);
                    table.SessionOptionsAppendExecutionProvider_CUDA_V2(options, cuda);
                }

                break;
            case "TENSORRT":
                using (var tensorRt = table.CreateTensorRTProviderOptions())
                {
                    table.UpdateTensorRTProviderOptions(tensorRt, settings);
                    table.SessionOptionsAppendExecutionProvider_TensorRT_V2(options, tensorRt);
                }

                break;
            default:
                table.SessionOptionsAppendExecutionProvider(options, provider, settings);
                break;
        }
    }
}
