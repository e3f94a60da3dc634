using EdgeVision.Inference.Profiling.Measuring;
using EdgeVision.Inference.Tests.Fakes;

namespace EdgeVision.Inference.Tests.Profiling;

/// <summary>The tree as a two-socket server shows it; names and files from Documentation/power/powercap.</summary>
public sealed class RaplEnergyTests : IDisposable
{
    private readonly TempFolder _tree = new();

    public RaplEnergyTests()
    {
        Zone("intel-rapl:0", "package-0", 1_000_000);
        Zone("intel-rapl:0:0", "core", 400_000);
        Zone("intel-rapl:0:1", "dram", 100_000);
        Zone("intel-rapl:1", "psys", 9_000_000);
    }

    [Fact]
    public void Packages_and_memory_add_up_and_what_lies_within_them_does_not()
    {
        var rapl = RaplEnergy.Open(_tree.Path)!;
        Assert.Equal("rapl package-0 + dram", rapl.Source);
        Assert.Equal(0, rapl.ReadJoules());
        Counter("intel-rapl:0", 3_500_000);
        Counter("intel-rapl:0:0", 900_000);
        Counter("intel-rapl:0:1", 350_000);
        Assert.Equal(2.75, rapl.ReadJoules(), 9);
    }

    [Fact]
    public void A_counter_that_wraps_goes_on()
    {
        var rapl = RaplEnergy.Open(_tree.Path)!;
        Counter("intel-rapl:0", 9_999_000);
        rapl.ReadJoules();
        Counter("intel-rapl:0", 1_000);
        Assert.Equal(9.001, rapl.ReadJoules(), 9);
    }

    [Fact]
    public void Energy_is_what_is_drawn_above_idle()
    {
        // 3 J in 2 s with 0.5 W idle are 2 J for 4 inferences; each end of the window may be off by 1 ms of 1.5 W.
        var meter = new EnergyMeter(RaplEnergy.Open(_tree.Path)!, idleWatts: 0.5);
        meter.Start();
        Counter("intel-rapl:0", 4_000_000);
        var energy = meter.Stop(seconds: 2, inferences: 4);
        Assert.Equal(0.5, energy.Joules, 9);
        Assert.Equal(0.00075, energy.ErrorJoules, 9);
        Assert.Equal("rapl package-0 + dram", energy.Source);
    }

    [Fact]
    public void Without_a_tree_there_is_no_sensor() => Assert.Null(RaplEnergy.Open(_tree["nowhere"]));

    [Fact]
    public void A_counter_without_a_number_is_no_sensor()
    {
        _tree.Write("intel-rapl:0/energy_uj", "?");
        Assert.Null(RaplEnergy.Open(_tree.Path));
    }

    public void Dispose() => _tree.Dispose();

    private void Zone(string folder, string name, long counter)
    {
        _tree.Write($"{folder}/name", name + "\n");
        _tree.Write($"{folder}/max_energy_range_uj", "10000000\n");
        Counter(folder, counter);
    }

    private void Counter(string folder, long microjoules) => _tree.Write($"{folder}/energy_uj", $"{microjoules}\n");
}
