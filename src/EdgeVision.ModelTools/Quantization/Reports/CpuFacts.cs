using System.Runtime.InteropServices;
using EdgeVision.Inference.Accelerators.Hardware;

namespace EdgeVision.ModelTools.Quantization.Reports;

/// <summary>What of the processor matters to quantized models.</summary>
/// <param name="Name">Its model or its cores; the architecture where it does not say.</param>
/// <param name="Int8DotProduct">Whether it multiplies 8 bits into 32 in one instruction: VNNI on x86, the dot product extension on ARM.</param>
public sealed record CpuFacts(string Name, bool Int8DotProduct)
{
    private static readonly string[] DotProductFlags = ["avx512_vnni", "avx_vnni", "asimddp"];

    /// <summary>Of this machine; one that does not say is taken to have no such instruction.</summary>
    public static CpuFacts Read() => Of(CpuReader.Read(new SystemTree()));

    public static CpuFacts Of(CpuInfo processor)
    {
        ArgumentNullException.ThrowIfNull(processor);
        return new CpuFacts(
            processor.Name.Length > 0 ? processor.Name : RuntimeInformation.ProcessArchitecture.ToString(), processor.Features.Intersect(DotProductFlags).Any());
    }
}
