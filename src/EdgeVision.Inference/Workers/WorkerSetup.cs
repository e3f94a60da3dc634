using EdgeVision.Native.Linux;

namespace EdgeVision.Inference.Workers;

/// <summary>What all workers of this machine share.</summary>
public sealed record WorkerSetup
{
    /// <summary>How a worker is started.</summary>
    public required WorkerCommand Command { get; init; }

    /// <summary>
    /// A folder that goes with the service: the sockets lie there, each in a folder of its own that only this user may enter.
    /// systemd's RUNTIME_DIRECTORY, else XDG_RUNTIME_DIR, else the temporary folder.
    /// </summary>
    public string RuntimeFolder { get; init; } =
        new[] { Environment.GetEnvironmentVariable("RUNTIME_DIRECTORY")?.Split(':')[0], Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") }
            .FirstOrDefault(Directory.Exists) ?? Path.GetTempPath();

    /// <summary>Longest time from the start of the process to its first word.</summary>
    public TimeSpan StartDeadline { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Without work for so long, a worker is asked whether it still lives.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time that a worker has to end by itself when told to.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromMilliseconds(500);

    internal const string MemoryPrefix = "edgevision-memory-";

    internal static string NewMemoryPath() => Path.Combine(SharedMemory.Folder, $"{MemoryPrefix}{Environment.ProcessId}-{Guid.NewGuid():N}");
}
