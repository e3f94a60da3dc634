using System.Diagnostics;
using System.Globalization;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Benchmarks;

/// <summary>
/// What sessions hold: threads and private memory of several of one model, and loading a model as it is, as the library rewrote it,
/// and in the library's own format. One thing a process, since a library has one environment and a heap does not shrink to what it was.
/// </summary>
internal static class SessionBenchmark
{
    private const int Sessions = 5;
    private const int Threads = 2;

    /// <param name="path">The model.</param>
    /// <param name="share">Whether they share a pool.</param>
    internal static void Pools(string path, bool share)
    {
        var library = OrtLibrary.Load();
        library.ShareThreads(share ? Threads : 1);
        var model = File.ReadAllBytes(path);
        var before = Directory.GetDirectories("/proc/self/task").Length;
        var memory = PrivateKib();
        var sessions = new List<OrtSession>();
        for (var count = 0; count < Sessions; count++)
        {
            sessions.Add(OrtSession.Create(library, model, new OrtSessionOptions { IntraOpThreads = Threads }));
        }

        Console.WriteLine($"{(share ? "shared" : "own")} pools of {Threads}: {Sessions} sessions add {Directory.GetDirectories("/proc/self/task").Length - before} threads and {PrivateKib() - memory} KiB");
        sessions.ForEach(static session => session.Dispose());
    }

    /// <param name="path">The model.</param>
    /// <param name="form">as-is, onnx (rewritten and saved) or ort.</param>
    internal static void Load(string path, string form)
    {
        var library = OrtLibrary.Load();
        var written = Path.Combine(Path.GetTempPath(), $"edgevision-load.{form}");
        var model = form == "as-is" ? File.ReadAllBytes(path) : File.ReadAllBytes(written);
        var memory = PrivateKib();
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        using var session = OrtSession.Create(library, model, new OrtSessionOptions { GraphOptimization = form == "as-is" ? OrtGraphOptimization.All : OrtGraphOptimization.None });
        var wall = Stopwatch.GetElapsedTime(started);
        cpu = Environment.CpuUsage.TotalTime - cpu;
        using var run = session.CreateRun();
        run.Run();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{form}: {model.Length} bytes, {wall.TotalMilliseconds:F0} ms, {cpu.TotalMilliseconds:F0} CPU-ms, {PrivateKib() - memory} KiB after the first run"));
    }

    /// <summary>Writes what <see cref="Load"/> loads.</summary>
    internal static void Rewrite(string path)
    {
        var library = OrtLibrary.Load();
        foreach (var form in new[] { "onnx", "ort" })
        {
            var options = new OrtSessionOptions
            {
                OptimizedModelPath = Path.Combine(Path.GetTempPath(), $"edgevision-load.{form}"), LogSeverity = OrtSeverity.Error,
                ConfigEntries = form == "ort" ? new Dictionary<string, string> { ["session.save_model_format"] = "ORT" } : new Dictionary<string, string>(),
            };
            OrtSession.Create(library, File.ReadAllBytes(path), options).Dispose();
        }
    }

    private static long PrivateKib() => long.Parse(
        File.ReadLines("/proc/self/smaps_rollup").First(static line => line.StartsWith("Private_Dirty:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
