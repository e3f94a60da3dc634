using EdgeVision.Inference.Accelerators.Hardware;

namespace EdgeVision.Service.Doctor.Host;

/// <summary>Whether power or heat has slowed the board down: a Raspberry Pi's firmware tells, and PC processors count it.</summary>
public sealed class ThrottlingCheck(SystemTree root) : ICheck
{
    private const string PowerRemedy = "use the board's own power supply (5.1 V, 3 A or more; a Pi 5: 5 A) and a short, thick cable";
    private const string HeatRemedy = "give it a heat sink, a fan or air; until then lower detect.fps.max in the device file";

    private static readonly string[] Vcgencmd = ["usr/bin/vcgencmd", "opt/vc/bin/vcgencmd"];

    public string Subject => "throttling";

    public async Task RunAsync(FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (Vcgencmd.FirstOrDefault(root.Has) is { } program)
        {
            var answer = await InstalledProgram.AskAsync(root.PathOf(program), ["get_throttled"], cancellation).ConfigureAwait(false);
            Firmware(findings, answer);
        }
        else if (root.Matches("sys/class/hwmon", "hwmon*").FirstOrDefault(sensor => root.Text($"{sensor}/name") == "rpi_volt") is { } volts)
        {
            Alarm(findings, root.Number($"{volts}/in0_lcrit_alarm"));
        }
        else
        {
            Counters(findings);
        }
    }

    private void Firmware(FindingList findings, string? answer)
    {
        if (ThrottledBits.Parse(answer) is not { } bits)
        {
            findings.Warn(Subject, $"vcgencmd does not tell: {answer?.Trim().Split('\n')[0] ?? "it cannot be started"}", "sudo usermod -aG video $USER, and log in again");
        }
        else if (bits.Now.Count > 0)
        {
            findings.Fail(Subject, $"now: {string.Join(", ", bits.Now)} ({Hex(bits)})", bits.IsPower ? PowerRemedy : HeatRemedy);
        }
        else if (bits.Ever.Count > 0)
        {
            findings.Warn(Subject, $"not now, but since the start: {string.Join(", ", bits.Ever)} ({Hex(bits)})", bits.IsPower ? PowerRemedy : HeatRemedy);
        }
        else
        {
            findings.Ok(Subject, "none since the start, says the firmware");
        }
    }

    private void Alarm(FindingList findings, long? alarm)
    {
        if (alarm == 1)
        {
            findings.Fail(Subject, "under-voltage, says the kernel (rpi_volt)", PowerRemedy);
        }
        else
        {
            findings.Ok(Subject, "no under-voltage, says the kernel (rpi_volt)");
        }
    }

    private void Counters(FindingList findings)
    {
        var counts = root.Matches("sys/devices/system/cpu", "cpu?*")
            .Select(core => root.Number($"{core}/thermal_throttle/core_throttle_count")).OfType<long>().ToArray();
        if (counts.Sum() is > 0 and var times)
        {
            findings.Warn(Subject, $"heat has slowed the processor down {times} times since the start", HeatRemedy);
        }
        else
        {
            findings.Ok(Subject, counts.Length > 0 ? "none since the start" : "the board does not tell");
        }
    }

    private static string Hex(ThrottledBits bits) => $"0x{bits.Value:x}";
}
