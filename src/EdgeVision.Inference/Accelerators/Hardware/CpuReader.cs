namespace EdgeVision.Inference.Accelerators.Hardware;

/// <summary>Reads /proc/cpuinfo of x86 and Arm.</summary>
public static class CpuReader
{
    // Those that 8-bit models live on first.
    private static readonly string[] TellingFeatures =
    [
        "amx_int8", "amx_tile", "avx512_vnni", "avx_vnni", "avx512_bf16", "avx512f", "avx2", "fma", "avx", "sse4_1",
        "i8mm", "asimddp", "bf16", "sve2", "sve", "asimdhp", "asimd", "neon",
    ];

    // Part numbers of Arm's own cores (implementer 0x41), from the main id register as Arm documents it.
    private static readonly Dictionary<string, string> ArmParts = new(StringComparer.Ordinal)
    {
        ["0xd03"] = "Cortex-A53", ["0xd04"] = "Cortex-A35", ["0xd05"] = "Cortex-A55", ["0xd07"] = "Cortex-A57", ["0xd08"] = "Cortex-A72",
        ["0xd09"] = "Cortex-A73", ["0xd0a"] = "Cortex-A75", ["0xd0b"] = "Cortex-A76", ["0xd0c"] = "Neoverse-N1", ["0xd41"] = "Cortex-A78",
        ["0xd42"] = "Cortex-A78AE", ["0xd46"] = "Cortex-A510", ["0xd47"] = "Cortex-A710", ["0xd49"] = "Neoverse-N2", ["0xd4d"] = "Cortex-A715",
    };

    public static CpuInfo Read(SystemTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return Parse(tree.Text("/proc/cpuinfo") ?? "");
    }

    /// <param name="text">The file's; empty where there is none.</param>
    public static CpuInfo Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n')
            .Select(static line => line.Split(':', 2))
            .Where(static parts => parts.Length == 2)
            .Select(static parts => (Key: parts[0].Trim(), Value: parts[1].Trim()))
            .ToList();
        var isArm = lines.Exists(static line => line.Key == "Features");
        var isX64 = lines.Exists(line => line.Key == "flags" && line.Value.Split(' ').Contains("lm"));
        var flags = Of("flags").Concat(Of("Features")).SelectMany(value => value.Split(' ')).ToHashSet(StringComparer.Ordinal);
        return new CpuInfo(
            ArmName() is { Length: > 0 } cores ? cores : Of("model name").FirstOrDefault() ?? "",
            lines.Count(line => line.Key == "processor"),
            isArm ? flags.Contains("asimd") ? "arm64" : "arm" : isX64 ? "x64" : "",
            Vendor(Of("vendor_id").FirstOrDefault() ?? "", isArm),
            [.. TellingFeatures.Where(flags.Contains)]);

        IEnumerable<string> Of(string key) => lines.Where(line => line.Key == key).Select(line => line.Value);

        string ArmName() => string.Join(" + ", Of("CPU part")
            .CountBy(part => part)
            .Select(part => $"{part.Value}x {ArmParts.GetValueOrDefault(part.Key, part.Key)}"));
    }

    private static string Vendor(string id, bool isArm) => id switch
    {
        "GenuineIntel" => "intel",
        "AuthenticAMD" => "amd",
        _ => isArm ? "arm" : "",
    };
}
