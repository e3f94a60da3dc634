namespace EdgeVision.Inference.Accelerators.Hardware;

/// <summary>The machine's processor, from /proc/cpuinfo.</summary>
/// <param name="Name">The model in the kernel's words, or the cores' names on Arm; empty when it says nothing.</param>
/// <param name="Threads">Logical processors.</param>
/// <param name="Architecture">x64 or arm64; empty when it cannot be told.</param>
/// <param name="Vendor">intel, amd, arm…; empty when unknown.</param>
/// <param name="Features">Instruction sets that matter for inference, in the kernel's words: avx2, avx512_vnni, asimddp, i8mm.</param>
public sealed record CpuInfo(string Name, int Threads, string Architecture, string Vendor, IReadOnlyList<string> Features);
