using EdgeVision.Service.Doctor;
using EdgeVision.Service.Doctor.Host;

namespace EdgeVision.Service.Tests.Doctor;

/// <summary>Heat, voltage and throttling of recorded boards.</summary>
public class HeatAndPowerTests
{
    private const string Zone = "sys/class/thermal/thermal_zone0/";

    /// <summary>The documentation's bits: 0 under-voltage, 1 frequency capped, 2 throttled, 3 soft limit; from 16 on the same, since the start.</summary>
    [Theory]
    [InlineData("throttled=0x0", "", "")]
    [InlineData("throttled=0x1\n", "under-voltage", "")]
    [InlineData("throttled=0x50005", "under-voltage, throttled", "under-voltage, throttled")]
    [InlineData("throttled=0xe0008", "soft temperature limit reached", "processor frequency capped, throttled, soft temperature limit reached")]
    public void Bits_have_the_firmwares_meaning(string answer, string now, string ever)
    {
        var bits = ThrottledBits.Parse(answer)!.Value;
        Assert.Equal(now, string.Join(", ", bits.Now));
        Assert.Equal(ever, string.Join(", ", bits.Ever));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("throttled=")]
    [InlineData("throttled=0xzz")]
    [InlineData("error=1 error_msg=\"Command not registered\" 0x1")]
    public void Other_answers_are_none(string? answer) => Assert.Null(ThrottledBits.Parse(answer));

    [Theory]
    [InlineData("throttled=0x50005", CheckState.Fail, "now: under-voltage, throttled (0x50005)", "power supply")]
    [InlineData("throttled=0x4", CheckState.Fail, "now: throttled (0x4)", "heat sink")]
    [InlineData("throttled=0x50000", CheckState.Warn, "not now, but since the start: under-voltage, throttled (0x50000)", "power supply")]
    [InlineData("throttled=0x80000", CheckState.Warn, "since the start: soft temperature limit reached", "heat sink")]
    [InlineData("throttled=0x0", CheckState.Ok, "none since the start", "")]
    [InlineData("Can't open device file: /dev/vcio", CheckState.Warn, "vcgencmd does not tell: Can't open device file: /dev/vcio", "usermod -aG video")]
    public async Task The_pi_firmware_is_asked_through_vcgencmd(string answer, CheckState state, string found, string fix)
    {
        using var pi = RecordedTree.RaspberryPi4().WithProgram("usr/bin/vcgencmd", answer);
        Examination.Says(await Examination.Single(new ThrottlingCheck(pi.Root)), state, found, fix);
    }

    [Fact]
    public async Task Without_vcgencmd_the_kernels_voltage_alarm_is_read()
    {
        using var pi = RecordedTree.RaspberryPi4().With("sys/class/hwmon/hwmon1/name", "rpi_volt\n").With("sys/class/hwmon/hwmon1/in0_lcrit_alarm", "1\n");
        Examination.Says(await Examination.Single(new ThrottlingCheck(pi.Root)), CheckState.Fail, "under-voltage, says the kernel", "power supply");
    }

    [Fact]
    public async Task A_pc_counts_its_throttling()
    {
        using var pc = new RecordedTree()
            .With("sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count", "7\n")
            .With("sys/devices/system/cpu/cpu1/thermal_throttle/core_throttle_count", "5\n");
        Examination.Says(await Examination.Single(new ThrottlingCheck(pc.Root)), CheckState.Warn, "slowed the processor down 12 times", "heat sink");
    }

    [Theory]
    [InlineData("81000", CheckState.Warn, "cpu-thermal 81.0 °C: from 80 °C on it is slowed down")]
    [InlineData("107000", CheckState.Fail, "cpu-thermal 107.0 °C: it switches off at 110 °C")]
    public async Task Heat_is_judged_by_the_boards_own_points(string thousandths, CheckState state, string found)
    {
        using var pi = RecordedTree.RaspberryPi4().With(Zone + "temp", thousandths + "\n");
        Examination.Says(await Examination.Single(new TemperatureCheck(pi.Root)), state, found, "heat sink");
    }

    [Fact]
    public async Task A_zones_passive_point_is_where_it_is_slowed_down()
    {
        using var board = RecordedTree.RaspberryPi4()
            .With(Zone + "trip_point_1_type", "passive\n").With(Zone + "trip_point_1_temp", "60000\n").With(Zone + "temp", "61000\n");
        Examination.Says(await Examination.Single(new TemperatureCheck(board.Root)), CheckState.Warn, "from 60 °C on", "heat sink");
    }

    [Fact]
    public async Task A_sensor_that_is_off_or_talks_nonsense_is_passed_over()
    {
        using var board = RecordedTree.RaspberryPi4().With("sys/class/thermal/thermal_zone1/temp", "-274000\n").With("sys/class/thermal/thermal_zone2/type", "off\n");
        Assert.StartsWith("cpu-thermal", (await Examination.Single(new TemperatureCheck(board.Root))).Found, StringComparison.Ordinal);
    }
}
