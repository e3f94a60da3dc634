using System.Diagnostics;
using System.IO.Pipes;
using EdgeVision.Native.Linux;

namespace EdgeVision.Capture.Processes;

/// <summary>Reads a child's standard error on a thread of its own, so that a flood of messages never blocks it.</summary>
internal sealed class MessagePump : IDisposable
{
    private const int StackBytes = 128 * 1024;

    private readonly InterruptiblePipe _pipe;
    private readonly Thread _thread;

    private MessagePump(InterruptiblePipe pipe, TextTail tail, int child)
    {
        _pipe = pipe;
        Tail = tail;
        _thread = new Thread(Pump, StackBytes) { IsBackground = true, Name = $"messages {child}" };
        _thread.Start();
    }

    public TextTail Tail { get; }

    public static MessagePump Start(Process process, TextTail tail) =>
        new(new InterruptiblePipe(((PipeStream)process.StandardError.BaseStream).SafePipeHandle), tail, process.Id);

    /// <summary>Waits until the child has closed its standard error, at most this long.</summary>
    public void WaitForEnd(TimeSpan limit) => _thread.Join(limit);

    public void Dispose()
    {
        _pipe.Interrupt();
        _thread.Join();
        _pipe.Dispose();
    }

    private void Pump()
    {
        var buffer = new byte[4096];
        int read;
        try
        {
            while ((read = _pipe.Read(buffer)) > 0)
            {
                Tail.Append(buffer.AsSpan(0, read));
            }
        }
        catch (IOException exception)
        {
            Tail.Append(System.Text.Encoding.UTF8.GetBytes($"\n(its messages cannot be read: {exception.Message})\n"));
        }
    }
}
