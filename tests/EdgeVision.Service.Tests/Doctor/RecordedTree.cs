using EdgeVision.Inference.Accelerators.Hardware;
using EdgeVision.Native.Linux;

namespace EdgeVision.Service.Tests.Doctor;

/// <summary>The files of another machine, in a folder that stands for its root.</summary>
internal sealed class RecordedTree : IDisposable
{
    private readonly Dictionary<string, FileOwnership> _owners = [];

    public RecordedTree() => Root = new SystemTree(Path, path => _owners.TryGetValue(path, out var owner) ? owner : null);

    public string Path { get; } = Directory.CreateTempSubdirectory("edgevision-tree-").FullName;

    public SystemTree Root { get; }

    /// <summary>A Raspberry Pi 4 of 2 GiB, as its kernel 6.6 shows it.</summary>
    public static RecordedTree RaspberryPi4() => new RecordedTree()
        .With("proc/device-tree/model", "Raspberry Pi 4 Model B Rev 1.4\0")
        .With("proc/meminfo", "MemTotal:        1892968 kB\nMemFree:          920820 kB\nMemAvailable:    1493356 kB\n")
        .With("proc/cpuinfo", string.Concat(Enumerable.Range(0, 4).Select(core => $"processor\t: {core}\nBogoMIPS\t: 108.00\nFeatures\t: fp asimd evtstrm crc32 cpuid\nCPU part\t: 0xd08\n\n")) + "Model\t\t: Raspberry Pi 4 Model B Rev 1.4\n")
        .With("proc/self/status", "Name:\tedgevision\nUid:\t999\t999\t999\t999\nGid:\t996\t996\t996\t996\nGroups:\t44 996 \n")
        .With("etc/passwd", "root:x:0:0:root:/root:/bin/bash\nyard:x:999:996::/home/yard:/usr/sbin/nologin\n")
        .With("etc/group", "root:x:0:\nvideo:x:44:pi,yard\nrender:x:106:pi\ni2c:x:998:pi\nyard:x:996:\n")
        .With("sys/class/thermal/thermal_zone0/type", "cpu-thermal\n")
        .With("sys/class/thermal/thermal_zone0/temp", "48686\n")
        .With("sys/class/thermal/thermal_zone0/trip_point_0_type", "critical\n")
        .With("sys/class/thermal/thermal_zone0/trip_point_0_temp", "110000\n")
        .With("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "ondemand\n")
        .With("sys/devices/system/cpu/cpu0/cpufreq/scaling_driver", "cpufreq-dt\n")
        .With("sys/devices/system/cpu/cpu0/cpufreq/cpuinfo_max_freq", "1800000\n")
        .With("sys/devices/system/cpu/cpu0/cpufreq/scaling_max_freq", "1800000\n");

    public RecordedTree With(string path, string text)
    {
        var full = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>A program that prints an answer, whatever it is asked.</summary>
    public RecordedTree WithProgram(string path, string answer)
    {
        With(path, $"#!/bin/sh\ncat <<'END'\n{answer}\nEND\n");
        Modes.Set(System.IO.Path.Combine(Path, path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return this;
    }

    /// <summary>A device node; a plain file stands for it.</summary>
    public RecordedTree WithDevice(string path, uint user, uint group, UnixFileMode mode)
    {
        With(path, "");
        _owners[System.IO.Path.Combine(Path, path)] = new FileOwnership(user, group, mode);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
