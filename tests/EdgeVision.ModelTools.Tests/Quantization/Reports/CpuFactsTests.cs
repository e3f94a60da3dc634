using System.Runtime.InteropServices;
using EdgeVision.Inference.Accelerators.Hardware;
using EdgeVision.ModelTools.Quantization.Reports;

namespace EdgeVision.ModelTools.Tests.Quantization.Reports;

/// <summary>What /proc/cpuinfo of real machines says, shortened to the lines that differ.</summary>
public sealed class CpuFactsTests
{
    private const string CascadeLake = """
        processor	: 0
        vendor_id	: GenuineIntel
        model		: 85
        model name	: Intel(R) Xeon(R) Gold 6240 CPU @ 2.60GHz
        flags		: fpu sse4_2 avx2 avx512f avx512dq avx512bw avx512vl avx512_vnni md_clear
        vmx flags	: vnmi preemption_timer
        """;

    private const string AlderLake = """
        model name	: 12th Gen Intel(R) Core(TM) i7-1260P
        flags		: fpu sse4_2 avx2 fma avx_vnni umip
        """;

    private const string Haswell = """
        model		: 60
        model name	: Intel(R) Core(TM) i5-4590 CPU @ 3.30GHz
        flags		: fpu sse4_2 avx2 fma bmi2
        """;

    private const string Pi5 = """
        processor	: 0
        BogoMIPS	: 108.00
        Features	: fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics fphp asimdhp cpuid asimdrdm lrcpc dcpop asimddp
        CPU part	: 0xd0b

        Hardware	: BCM2835
        Model		: Raspberry Pi 5 Model B Rev 1.0
        """;

    private const string Pi4 = """
        processor	: 0
        BogoMIPS	: 108.00
        Features	: fp asimd evtstrm crc32 cpuid
        CPU part	: 0xd08

        Model		: Raspberry Pi 4 Model B Rev 1.4
        """;

    private const string Pi4In32Bits = """
        processor	: 0
        model name	: ARMv7 Processor rev 3 (v7l)
        Features	: half thumb fastmult vfp edsp neon vfpv3 tls vfpv4 idiva idivt vfpd32 lpae evtstrm crc32

        Model		: Raspberry Pi 4 Model B Rev 1.4
        """;

    [Theory]
    [InlineData(CascadeLake, "Intel(R) Xeon(R) Gold 6240 CPU @ 2.60GHz", true)]
    [InlineData(AlderLake, "12th Gen Intel(R) Core(TM) i7-1260P", true)]
    [InlineData(Haswell, "Intel(R) Core(TM) i5-4590 CPU @ 3.30GHz", false)]
    [InlineData(Pi5, "1x Cortex-A76", true)]
    [InlineData(Pi4, "1x Cortex-A72", false)]
    [InlineData(Pi4In32Bits, "ARMv7 Processor rev 3 (v7l)", false)]
    public void The_name_and_the_dot_product_are_read(string text, string name, bool dotProduct) =>
        Assert.Equal(new CpuFacts(name, dotProduct), CpuFacts.Of(CpuReader.Parse(text)));

    [Fact]
    public void A_machine_that_does_not_say_is_named_by_its_architecture() =>
        Assert.Equal(new CpuFacts(RuntimeInformation.ProcessArchitecture.ToString(), false), CpuFacts.Of(CpuReader.Parse("")));
}
