using System.Diagnostics;
using System.Text;
using EdgeVision.Testing;

namespace EdgeVision.EndToEnd.Tests.Rig;

/// <summary>The real program as a child process: started, watched, signalled.</summary>
public sealed class EdgeVisionProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Lock _gate = new();

    private EdgeVisionProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public string Output
    {
        get
        {
            lock (_gate)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Resident memory in bytes, as the kernel counts it.</summary>
    public long ResidentBytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) * 1024;
        }
    }

    public static EdgeVisionProgram Start(params string[] arguments) => Start(arguments, new Dictionary<string, string>());

    public static EdgeVisionProgram Start(string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var build = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        var program = Repository.PathOf("src", "EdgeVision.Service", "bin", build, "net10.0", "edgevision.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        return new EdgeVisionProgram(Process.Start(start)!);
    }

    /// <summary>Runs to the end; gives exit code and all output.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => RunAsync(arguments, new Dictionary<string, string>());

    public static async Task<(int ExitCode, string Output)> RunAsync(string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        await using var program = Start(arguments, environment);
        var code = await program.ExitAsync(TimeSpan.FromMinutes(4));
        return (code, program.Output);
    }

    public async Task<int> ExitAsync(TimeSpan limit)
    {
        using var late = new CancellationTokenSource(limit);
        try
        {
            await _process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"the program did not end within {limit}:{Environment.NewLine}{Output}");
        }

        return _process.ExitCode;
    }

    /// <summary>Sends a signal by its name, such as INT.</summary>
    public void Signal(string name) => Kill(name, _process.Id);

    public static void Kill(string name, int pid)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill") { ArgumentList = { "-" + name, pid.ToString(System.Globalization.CultureInfo.InvariantCulture) } })!;
        kill.WaitForExit();
    }

    /// <summary>Process ids of the program's descendants with this name.</summary>
    public IReadOnlyList<int> Descendants(string name)
    {
        var parents = new Dictionary<int, (int Parent, string Name)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var pid) && ReadStat(pid) is { } stat)
            {
                parents[pid] = stat;
            }
        }

        bool IsOurs(int pid) => parents.TryGetValue(pid, out var stat) && (stat.Parent == Id || IsOurs(stat.Parent));
        return [.. parents.Where(entry => entry.Value.Name == name && IsOurs(entry.Key)).Select(entry => entry.Key)];
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static (int Parent, string Name)? ReadStat(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var close = stat.LastIndexOf(')');
            var name = stat[(stat.IndexOf('(', StringComparison.Ordinal) + 1)..close];
            return (int.Parse(stat[(close + 4)..].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), name);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Append(string? line)
    {
        if (line is not null)
        {
            lock (_gate)
            {
                _output.AppendLine(line);
            }
        }
    }
}
