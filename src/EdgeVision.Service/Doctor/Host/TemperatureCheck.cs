using System.Globalization;
using EdgeVision.Inference.Accelerators.Hardware;

namespace EdgeVision.Service.Doctor.Host;

/// <summary>How hot the chips are, beside the points where the kernel slows them down or switches them off.</summary>
public sealed class TemperatureCheck(SystemTree root) : ICheck
{
    private const string Zones = "sys/class/thermal";
    private const string Cooling = "give it a heat sink, a fan or air; until then lower detect.fps.max in the device file";

    // Where a zone names no points of its own: most chips slow down from here on.
    private const double UsualLimit = 80;
    private const double Near = 5;

    public string Subject => "temperature";

    public Task RunAsync(FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var zones = root.Matches(Zones, "thermal_zone*").Select(Read).OfType<(string Name, double Celsius, double Limit, double Off)>().ToArray();
        foreach (var zone in zones)
        {
            Judge(findings, zone);
        }

        if (zones.Length == 0)
        {
            findings.Ok(Subject, "no sensor that the kernel knows");
        }

        return Task.CompletedTask;
    }

    private void Judge(FindingList findings, (string Name, double Celsius, double Limit, double Off) zone)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"{zone.Name} {zone.Celsius:0.0} °C");
        if (zone.Celsius >= zone.Off - Near)
        {
            findings.Fail(Subject, string.Create(CultureInfo.InvariantCulture, $"{words}: it switches off at {zone.Off:0} °C"), Cooling);
        }
        else if (zone.Celsius >= zone.Limit)
        {
            findings.Warn(Subject, string.Create(CultureInfo.InvariantCulture, $"{words}: from {zone.Limit:0} °C on it is slowed down"), Cooling);
        }
        else
        {
            findings.Ok(Subject, words);
        }
    }

    private (string Name, double Celsius, double Limit, double Off)? Read(string zone)
    {
        // A sensor that is switched off gives an error or nonsense.
        if (root.Number($"{zone}/temp") is not { } thousandths || thousandths is <= 0 or > 200_000)
        {
            return null;
        }

        var points = root.Matches(zone, "trip_point_*_type")
            .Select(type => (Type: root.Text(type), Celsius: root.Number(type.Replace("_type", "_temp", StringComparison.Ordinal)) / 1000.0))
            .Where(point => point.Celsius is > 0 and < 200)
            .ToArray();
        var slow = points.Where(point => point.Type is "passive" or "hot").Min(point => point.Celsius);
        var off = points.Where(point => point.Type == "critical").Min(point => point.Celsius);
        return (root.Text($"{zone}/type") ?? Path.GetFileName(zone), thousandths / 1000.0, slow ?? Math.Min(UsualLimit, off ?? UsualLimit), off ?? double.PositiveInfinity);
    }
}
