using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace EdgeVision.Testing;

/// <summary>
/// A real mosquitto on a free loopback port, in its own folder. It can be killed, stopped and started again on the
/// same port. Skips the running test when mosquitto is not installed.
/// </summary>
public sealed class MosquittoBroker : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edgevision-broker-").FullName;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly string _program;
    private Process? _process;

    /// <param name="configuration">Lines of mosquitto.conf beside the listener; FOLDER stands for the broker's folder. Default: anonymous clients.</param>
    public MosquittoBroker(params string[] configuration)
    {
        _program = Programs.Need("mosquitto", "apt install mosquitto");
        Port = FreePort.Find();
        Configure(configuration.Length == 0 ? ["allow_anonymous true"] : configuration);
    }

    public int Port { get; }

    public string Folder => _folder;

    /// <summary>What it has printed so far.</summary>
    public string Log => string.Join('\n', _log);

    public string PathOf(string file) => Path.Combine(_folder, file);

    /// <summary>Writes the configuration for the next start.</summary>
    public void Configure(params string[] configuration)
    {
        string[] lines =
        [
            $"listener {Port} 127.0.0.1",

            // Root would else become the user "mosquitto", who may not read this folder.
            "user root",
            "log_type all",
            "log_dest stderr",
            .. configuration.Select(line => line.Replace("FOLDER", _folder, StringComparison.Ordinal)),
        ];
        File.WriteAllLines(PathOf("mosquitto.conf"), lines);
    }

    public static async Task<MosquittoBroker> Started(params string[] configuration)
    {
        var broker = new MosquittoBroker(configuration);
        try
        {
            await broker.Start();
            return broker;
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it and waits until it takes connections.</summary>
    public async Task Start()
    {
        var start = new ProcessStartInfo(_program) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(PathOf("mosquitto.conf"));
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Eventually.Holds(Answers, otherwise: () => Log);
    }

    /// <summary>SIGKILL: it says goodbye to nobody and saves nothing.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Sends a signal by its name, such as USR1 (save the persistence file) or STOP.</summary>
    public async Task Signal(string name)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill") { ArgumentList = { $"-{name}", $"{_process!.Id}" } })!;
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await Kill();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _log.Enqueue(line);
        }
    }

    private bool Answers()
    {
        if (_process!.HasExited)
        {
            throw new InvalidOperationException($"mosquitto ended with code {_process.ExitCode}: {Log}");
        }

        try
        {
            using var probe = new TcpClient("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
