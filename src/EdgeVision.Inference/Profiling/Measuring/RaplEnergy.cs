using System.Globalization;

namespace EdgeVision.Inference.Profiling.Measuring;

/// <summary>
/// Energy of an x86 package and of memory beside it, from the kernel's powercap tree (Documentation/power/powercap): counters
/// in microjoules that wrap. Read it more often than they wrap, which takes minutes at full power.
/// </summary>
public sealed class RaplEnergy
{
    /// <summary>How often the counters are brought up to date, in seconds.</summary>
    public const double PeriodSeconds = 0.001;

    private const double Micro = 1e-6;
    private readonly List<Zone> _zones;

    private RaplEnergy(List<Zone> zones)
    {
        _zones = zones;
        Source = $"rapl {string.Join(" + ", zones.Select(static zone => zone.Name))}";
    }

    /// <summary>Which counters: "rapl package-0 + dram".</summary>
    public string Source { get; }

    /// <summary>Null where there is no such tree or it may not be read, which since Linux 5.10 takes root.</summary>
    /// <param name="root">The tree.</param>
    public static RaplEnergy? Open(string root = "/sys/class/powercap")
    {
        try
        {
            var zones = Directory.Exists(root)
                ? Directory.EnumerateDirectories(root, "intel-rapl:*").Order(StringComparer.Ordinal).Select(Zone.Open).OfType<Zone>().ToList()
                : [];
            return zones.Count == 0 ? null : new RaplEnergy(zones);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Joules since this was opened.</summary>
    /// <exception cref="IOException">A counter is gone.</exception>
    public double ReadJoules() => _zones.Sum(static zone => zone.Read()) * Micro;

    private sealed class Zone
    {
        private readonly string _counter;
        private readonly long _range;
        private long _last;
        private long _total;

        private Zone(string name, string counter, long range)
        {
            (Name, _counter, _range) = (name, counter, range);
            _last = Number(counter);
        }

        public string Name { get; }

        /// <summary>Null for what lies within a package's own counter, or is no counter of power drawn by a package or its memory.</summary>
        public static Zone? Open(string folder)
        {
            var counter = Path.Combine(folder, "energy_uj");
            var name = Path.Combine(folder, "name");
            if (!File.Exists(counter) || !File.Exists(name))
            {
                return null;
            }

            var text = File.ReadAllText(name).Trim();
            return text == "dram" || text.StartsWith("package", StringComparison.Ordinal)
                ? new Zone(text, counter, Number(Path.Combine(folder, "max_energy_range_uj")))
                : null;
        }

        /// <summary>Microjoules since it was opened.</summary>
        public long Read()
        {
            var now = Number(_counter);
            _total += now >= _last ? now - _last : now - _last + _range;
            _last = now;
            return _total;
        }

        private static long Number(string path) =>
            long.TryParse(File.ReadAllText(path).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new IOException($"{path} holds no number");
    }
}
