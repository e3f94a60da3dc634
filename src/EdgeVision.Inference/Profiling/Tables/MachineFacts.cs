using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators.Hardware;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Profiling.Tables;

/// <summary>What of a machine its measurements depend on.</summary>
/// <param name="Board">Name of the board, or the processor's where it has none.</param>
/// <param name="Processor">As it names itself.</param>
/// <param name="Processors">Threads that can run at once.</param>
/// <param name="MemoryGib">Memory in GiB, to half a one.</param>
/// <param name="Kernel">The system's release.</param>
public sealed record MachineFacts(string Board, string Processor, int Processors, double MemoryGib, string Kernel)
{
    private const double KibInGib = 1 << 20;

    /// <summary>Reads them from the system's files.</summary>
    /// <param name="root">Where these are.</param>
    public static MachineFacts Read(string root = "/")
    {
        var tree = new SystemTree(root);
        var processor = CpuReader.Read(tree).Name is { Length: > 0 } name ? name : RuntimeInformation.ProcessArchitecture.ToString();
        var board = BoardName.Read(tree) is { Length: > 0 } given ? given : processor;
        var memory = tree.Field("proc/meminfo", "MemTotal")?.Split(' ')[0];
        return new MachineFacts(
            board, processor, Environment.ProcessorCount,

            // The kernel keeps a part for itself that differs by version.
            double.TryParse(memory, CultureInfo.InvariantCulture, out var kib) ? Math.Round(2 * kib / KibInGib) / 2 : 0,
            tree.Text("proc/sys/kernel/osrelease") ?? Environment.OSVersion.VersionString);
    }

    /// <summary>The key of a table that is measured here and now.</summary>
    /// <param name="modelSha256">Of the model.</param>
    /// <param name="libraryVersion">Of the runtime.</param>
    /// <param name="providers">Hash of the library by name of the accelerator, where one has a library of its own.</param>
    public TableKey KeyOf(string modelSha256, string libraryVersion, IReadOnlyDictionary<string, string> providers)
    {
        var libraries = providers.OrderBy(static one => one.Key, StringComparer.Ordinal).Select(static one => $"; {one.Key} {one.Value}");
        var hardware = string.Create(CultureInfo.InvariantCulture, $"{Processor}, {Processors} threads, {MemoryGib:0.#} GiB");
        return new TableKey(
            modelSha256, libraryVersion, Board == Processor ? hardware : $"{Board}: {hardware}", $"kernel {Kernel}{string.Concat(libraries)}");
    }

    /// <summary>The head of a table that is measured here and now.</summary>
    /// <param name="model">The manifest's name.</param>
    /// <param name="modelSha256">Of the model.</param>
    /// <param name="library">The runtime.</param>
    /// <param name="providers">Hash of the library by name of the accelerator, where one has a library of its own.</param>
    /// <param name="peaks">The machine's roof; may be empty.</param>
    /// <param name="now">The date.</param>
    public TableHead HeadOf(
        string model, string modelSha256, OrtLibrary library, IReadOnlyDictionary<string, string> providers, IReadOnlyList<MachinePeak> peaks, DateTimeOffset now) =>
        new(Board, Kernel, model, KeyOf(modelSha256, library.Version, providers), HashOf(library.Path), providers, now, null, peaks);

    /// <summary>SHA-256 of a library's file, lower-case hex; null where it cannot be read.</summary>
    public static string? HashOf(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
