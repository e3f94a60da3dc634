using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using EdgeVision.Core.Faults;
using EdgeVision.Native.Linux;

namespace EdgeVision.Capture.Processes;

/// <summary>
/// A program in a process group of its own: its output is read here, its messages are kept in a bounded tail, and
/// Dispose ends the whole group and reaps it, also when it is stopped or does not listen.
/// </summary>
public sealed class ChildProcess : IDisposable
{
    /// <summary>What <see cref="Read"/> returns after <see cref="Interrupt"/>.</summary>
    public const int Interrupted = InterruptiblePipe.Interrupted;

    // Two frames of 768x432 in 4:2:0; more than the system's 64 KiB saves most of the switching within a frame.
    private const int OutputPipeBytes = 1 << 20;

    private static readonly TimeSpan TerminateGrace = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan ReapLimit = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly InterruptiblePipe _output;
    private readonly MessagePump _messages;
    private ChildExit? _exit;
    private bool _disposed;

    private ChildProcess(Process process, InterruptiblePipe output, MessagePump messages)
    {
        _process = process;
        _output = output;
        _messages = messages;
        Id = process.Id;
    }

    /// <summary>Process id, which is also the group's number.</summary>
    public int Id { get; }

    /// <summary>The last lines it wrote to standard error, without secrets.</summary>
    public string Tail => _messages.Tail.ToString();

    /// <summary>Starts a program; nothing of it is left after Dispose.</summary>
    /// <param name="command">Program, arguments and input.</param>
    /// <param name="subject">Whom to name in a fault: "camera gate".</param>
    /// <param name="secrets">What must not appear in the tail.</param>
    /// <exception cref="FaultException">The program is not installed or cannot be started.</exception>
    public static ChildProcess Start(ChildCommand command, string subject, Secrets secrets)
    {
        ArgumentNullException.ThrowIfNull(command);
        var program = ProgramPath.Find(command.Program, subject, command.Remedy);
        var launcher = ProgramPath.Find("setsid", subject, "apt install util-linux");
        Process process;
        try
        {
            process = Process.Start(Describe(launcher, program, command.Arguments))!;
        }
        catch (Win32Exception exception)
        {
            var fault = new Fault(FaultCode.ProgramMissing, subject, $"{program} cannot be started: {exception.Message}", command.Remedy);
            throw new FaultException(fault, exception);
        }

        try
        {
            return Attach(process, command.Input, secrets);
        }
        catch (IOException)
        {
            process.Kill();
            process.WaitForExit(ReapLimit);
            process.Dispose();
            throw;
        }
    }

    /// <summary>Waits for output and reads what is there; allocates nothing.</summary>
    /// <returns>Bytes read, 0 when it closed its output, <see cref="Interrupted"/> after <see cref="Interrupt"/>.</returns>
    public int Read(Span<byte> buffer) => _output.Read(buffer);

    /// <summary>Ends this and every later <see cref="Read"/>. From any thread, any number of times.</summary>
    public void Interrupt() => _output.Interrupt();

    /// <summary>How it ended, after its last message was taken; null when it has not within the limit.</summary>
    public ChildExit? WaitForExit(TimeSpan limit)
    {
        if (_exit is null && _process.WaitForExit(limit))
        {
            _exit = new ChildExit(_process.ExitCode);
            _messages.WaitForEnd(TerminateGrace);
        }

        return _exit;
    }

    /// <summary>Ends the whole group: asks, and after a short grace insists. Reaps the child and closes its pipes.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (!_process.HasExited)
        {
            Send(GroupSignal.Terminate);
            _process.WaitForExit(TerminateGrace);
        }

        // Also when the leader has ended: others of its group may live on.
        Send(GroupSignal.Kill);
        _process.WaitForExit(ReapLimit);
        _messages.Dispose();
        _output.Dispose();
        _process.Dispose();
    }

    private static ChildProcess Attach(Process process, string input, Secrets secrets)
    {
        var output = new InterruptiblePipe(((PipeStream)process.StandardOutput.BaseStream).SafePipeHandle);
        output.TryGrow(OutputPipeBytes);
        var messages = MessagePump.Start(process, new TextTail(secrets));
        Feed(process, input);
        return new ChildProcess(process, output, messages);
    }

    private void Send(GroupSignal signal)
    {
        // Before the launcher has made it a leader there is no such group, only the process.
        if (!ProcessGroup.Signal(Id, signal) && !_process.HasExited)
        {
            ProcessGroup.SignalOne(Id, signal);
        }
    }

    private static ProcessStartInfo Describe(string launcher, string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(launcher)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Settings of the service may hold secrets, and are none of the child's business.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("EDGEVISION_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["AV_LOG_FORCE_NOCOLOR"] = "1";
        return start;
    }

    private static void Feed(Process process, string input)
    {
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read; its exit code and messages say why.
        }
    }
}
