using System.Runtime.InteropServices;

namespace EdgeVision.ModelTools.Quantization.Reports;

/// <summary>What the processor says of itself in /proc/cpuinfo.</summary>
/// <param name="Name">Its model; the architecture where it does not say.</param>
/// <param name="Int8DotProduct">Whether it multiplies 8 bits into 32 in one instruction: VNNI on x86, the dot product extension on ARM.</param>
public sealed record CpuFacts(string Name, bool Int8DotProduct)
{
    private static readonly string[] DotProductFlags = ["avx512_vnni", "avx_vnni", "asimddp"];

    /// <summary>Reads the file; a machine without it is taken to have no such instruction.</summary>
    /// <param name="path">Where it is.</param>
    public static CpuFacts Read(string path = "/proc/cpuinfo")
    {
        var lines = File.Exists(path) ? File.ReadLines(path).Select(static line => line.Split(':', 2, StringSplitOptions.TrimEntries)).Where(static parts => parts.Length == 2).ToList() : [];
        var name = lines.FirstOrDefault(static parts => parts[0] == "Model")?[1]
            ?? lines.FirstOrDefault(static parts => parts[0] == "model name")?[1];
        var flags = lines.FirstOrDefault(static parts => parts[0] is "flags" or "Features")?[1].Split(' ') ?? [];
        return new CpuFacts(name ?? RuntimeInformation.ProcessArchitecture.ToString(), flags.Intersect(DotProductFlags).Any());
    }
}
