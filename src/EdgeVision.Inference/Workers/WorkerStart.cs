using System.ComponentModel;
using System.Net.Sockets;
using EdgeVision.Core.Faults;
using EdgeVision.Inference.Workers.Protocol;
using EdgeVision.Native.Linux;

namespace EdgeVision.Inference.Workers;

/// <summary>Brings a worker from nothing to loaded: start, connect, hello, load. On the thread that then serves it.</summary>
/// <param name="setup">How it is started.</param>
/// <param name="plan">Its deadlines.</param>
/// <param name="faults">Its faults' words.</param>
/// <param name="timer">For the deadlines.</param>
/// <param name="abandoned">Whether nobody wants it any more; the timer wakes the wait to ask.</param>
internal sealed class WorkerStart(WorkerSetup setup, WorkerPlan plan, WorkerFaults faults, KernelTimer timer, Func<bool> abandoned)
{
    /// <summary>For an exit status after the stream's end; a worker that only closed its socket has none.</summary>
    public static readonly TimeSpan ExitLimit = TimeSpan.FromMilliseconds(250);

    /// <summary>What the worker said of the loaded model; null before.</summary>
    public LoadedReport? Loaded { get; private set; }

    /// <param name="order">The tail of the Load message.</param>
    /// <exception cref="FaultException">It did not come that far; nothing is left of it.</exception>
    /// <exception cref="OperationCanceledException">It was abandoned.</exception>
    public WorkerLink Open(byte[] order)
    {
        if (order.Length > MessageHeader.MaxTail)
        {
            throw new FaultException(faults.NotStarted($"its options need {order.Length} bytes, at most {MessageHeader.MaxTail} can be passed on", "shorten them"));
        }

        var link = Start();
        Fault? fault = null;
        try
        {
            fault = Greet(link) ?? Load(link, order);
            if (fault is null)
            {
                return link;
            }
        }
        catch
        {
            link.Dispose();
            throw;
        }

        throw new FaultException(End(link, fault));
    }

    /// <summary>Kills what is left, and completes the fault by how it ended and its last words.</summary>
    public static Fault End(WorkerLink link, Fault fault)
    {
        link.Child.Kill();
        link.Drain(TimeSpan.FromMilliseconds(200));
        link.Dispose();
        return WorkerFaults.WithTail(fault, link.Tail);
    }

    private WorkerLink Start()
    {
        WorkerDoor? door = null;
        try
        {
            door = new WorkerDoor(setup.RuntimeFolder);
            return new WorkerLink(WorkerChild.Start(setup.Command, door.SocketPath), door, timer);
        }
        catch (Win32Exception failure) when (failure is not SocketException)
        {
            door?.Dispose();
            throw new FaultException(faults.NotStarted($"its worker cannot be started: {failure.Message}", "apt install util-linux, which has setsid"), failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SocketException or ArgumentException)
        {
            door?.Dispose();
            throw new FaultException(
                faults.NotStarted($"its worker has no place to report to: {failure.Message}", $"see that the service may write in {setup.RuntimeFolder}"), failure);
        }
    }

    private Fault? Greet(WorkerLink link)
    {
        timer.Arm(setup.StartDeadline);
        var what = Next(link, out _, out _);
        if (what == LinkEvent.Connected)
        {
            if (!link.Accept())
            {
                return faults.Stranger();
            }

            what = Next(link, out var header, out _);
            if (what == LinkEvent.Message)
            {
                return header.Kind == MessageKind.Hello ? null : faults.Garbled(FaultStage.Find, $"a {header.Kind} in place of Hello");
            }
        }

        return what == LinkEvent.Timer ? faults.NeverSpoke(setup.StartDeadline) : Lost(link, what, FaultStage.Find);
    }

    private Fault? Load(WorkerLink link, byte[] order)
    {
        timer.Arm(plan.LoadDeadline);
        link.Send(
            new MessageHeader(
                MessageKind.Load, RunLedger.LoadRequest, DeadlineMicroseconds: (long)plan.LoadDeadline.TotalMicroseconds, TailBytes: order.Length), order);
        var what = Next(link, out var header, out var tail);
        timer.Disarm();
        if (what != LinkEvent.Message)
        {
            return what == LinkEvent.Timer ? faults.LoadOverran() : Lost(link, what, FaultStage.Load);
        }

        return header.Request != RunLedger.LoadRequest ? faults.Garbled(FaultStage.Load, $"an answer to request {header.Request}")
            : header.Kind == MessageKind.Loaded ? Take(tail.IsEmpty ? new LoadedReport(Placement: null) : LoadedReport.TryParse(tail))
            : header.Kind != MessageKind.Fault ? faults.Garbled(FaultStage.Load, $"a {header.Kind} in place of Loaded")
            : FaultReport.TryParse(tail) is { } report ? faults.Reported(report)
            : faults.Garbled(FaultStage.Load, "a fault that cannot be read");
    }

    private Fault? Take(LoadedReport? report)
    {
        Loaded = report;
        return report is null ? faults.Garbled(FaultStage.Load, "a Loaded that cannot be read") : null;
    }

    private LinkEvent Next(WorkerLink link, out MessageHeader header, out ReadOnlySpan<byte> tail)
    {
        LinkEvent what;
        do
        {
            what = link.Next(out header, out tail);
            if (abandoned())
            {
                throw new OperationCanceledException();
            }
        }
        while (what == LinkEvent.Timer && !timer.TryTake());

        return what;
    }

    private Fault Lost(WorkerLink link, LinkEvent what, FaultStage stage)
    {
        if (what == LinkEvent.Malformed)
        {
            return faults.Garbled(stage, link.Refusal);
        }

        return faults.Gone(stage, link.Child.WaitForEnd(ExitLimit) ?? "closed its connection");
    }
}
