using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using EdgeVision.Native.Linux;

namespace EdgeVision.Inference.Workers;

/// <summary>A worker's process, leader of a group of its own. Dispose kills the group and reaps the leader.</summary>
internal sealed class WorkerChild : IDisposable
{
    private static readonly TimeSpan ReapLimit = TimeSpan.FromSeconds(2);

    private readonly Process _process;

    private WorkerChild(Process process)
    {
        _process = process;
        Id = process.Id;
        Output = ((PipeStream)process.StandardOutput.BaseStream).SafePipeHandle;
        Errors = ((PipeStream)process.StandardError.BaseStream).SafePipeHandle;
        Ended = ProcessDescriptor.TryOpen(Id);
        process.StandardInput.Close();
    }

    public int Id { get; }

    public SafeHandle Output { get; }

    public SafeHandle Errors { get; }

    /// <summary>Ready once it has ended; null on kernels that have no such thing.</summary>
    public SafeHandle? Ended { get; }

    /// <summary>Starts it. The calling thread must stay as long as the worker: with that thread the kernel kills it.</summary>
    /// <exception cref="Win32Exception">The program is missing or cannot be started.</exception>
    public static WorkerChild Start(WorkerCommand command, string socketPath)
    {
        var start = new ProcessStartInfo("setsid")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.ArgumentList.Add(command.Program);
        foreach (var argument in command.Arguments.Append("--socket").Append(socketPath))
        {
            start.ArgumentList.Add(argument);
        }

        // Settings of the service may hold secrets; a worker needs to know only where ONNX Runtime is.
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToArray())
        {
            start.Environment.Remove(name);
        }

        return new WorkerChild(Process.Start(start)!);
    }

    /// <summary>SIGKILL to the whole group, also to what a dead leader left behind.</summary>
    public void Kill()
    {
        // Before the launcher has made it a leader there is no such group, only the process.
        if (!ProcessGroup.Signal(Id, GroupSignal.Kill) && !_process.HasExited)
        {
            ProcessGroup.SignalOne(Id, GroupSignal.Kill);
        }
    }

    /// <summary>How it ended, in words; null when it has not within the limit.</summary>
    public string? WaitForEnd(TimeSpan limit) => !_process.WaitForExit(limit) ? null
        : _process.ExitCode is > 128 and <= 192 ? $"was killed by signal {_process.ExitCode - 128}" : $"ended with exit code {_process.ExitCode}";

    public void Dispose()
    {
        Kill();

        // A process that the kernel cannot end, stuck in a driver, is not waited for; it is reaped when it goes.
        _process.WaitForExit(ReapLimit);
        Ended?.Dispose();
        Output.Dispose();
        Errors.Dispose();
        _process.Dispose();
    }

    private static bool IsSetting(string name) =>
        name.StartsWith("EDGEVISION_", StringComparison.Ordinal) && name != Native.OnnxRuntime.OrtLibrary.PathVariable;
}
