using System.Globalization;
using System.Runtime.InteropServices;
using EdgeVision.Core.Faults;
using EdgeVision.Inference.Workers.Protocol;
using EdgeVision.Native.Linux;

namespace FakeWorker;

/// <summary>What the fake worker does with each message. A sound run fills every output with the input's first number.</summary>
internal sealed class Behaviour(string name, Speaker speaker)
{
    private LoadOrder? _order;
    private SharedMemory? _memory;
    private MessageHeader? _before;

    public int Serve()
    {
        speaker.Say(new MessageHeader(MessageKind.Hello));
        while (speaker.Next(out var tail) is { } header)
        {
            switch (header.Kind)
            {
                case MessageKind.Load:
                    Load(header, tail);
                    break;
                case MessageKind.Run:
                    Run(header);
                    break;
                case MessageKind.Ping when name != "stalls-when-idle":
                    speaker.Say(header);
                    break;
                case MessageKind.Stop when name != "ignores-stop":
                    return 0;
            }
        }

        return 0;
    }

    private void Load(MessageHeader header, byte[] tail)
    {
        switch (name)
        {
            case "dies-in-load":
                Console.Error.WriteLine("vendor: firmware image is damaged");
                Environment.Exit(7);
                break;
            case "stalls-in-load":
                Thread.Sleep(Timeout.Infinite);
                break;
            case "refuses-load":
                Refuse(header, FaultStage.Compile, "the graph does not fit");
                return;
        }

        _order = LoadOrder.Parse(tail);
        _memory = SharedMemory.Open(_order.Memory.Path, _order.Memory.Bytes);
        _memory.Unlink();
        speaker.Say(new MessageHeader(MessageKind.Loaded, header.Request));
    }

    private void Run(MessageHeader run)
    {
        var done = new MessageHeader(MessageKind.Done, run.Request, run.Slot, SpentMicroseconds: 1000);
        switch (name)
        {
            case "stalls":
                Console.WriteLine("vendor: waiting for the command queue");
                Thread.Sleep(Timeout.Infinite);
                break;
            case "crashes":
                Console.Error.WriteLine("vendor: assertion failed in dma.c");
                Console.Error.Flush();
                ProcessGroup.SignalOne(Environment.ProcessId, GroupSignal.Kill);
                break;
            case "exits":
                Environment.Exit(9);
                break;
            case "closes-its-socket":
                speaker.Dispose();
                Thread.Sleep(Timeout.Infinite);
                break;
            case "rubbish":
                speaker.Write([.. Enumerable.Range(0, 200).Select(static n => (byte)(n * 7))]);
                break;
            case "wrong-slot":
                speaker.Say(done with { Slot = 1 - run.Slot });
                break;
            case "unknown-run":
                speaker.Say(done with { Request = run.Request + 100 });
                break;
            case "out-of-order" when _before is null:
                _before = done;
                break;
            case "endless-tail":
                speaker.Say(done with { TailBytes = MessageHeader.MaxTail + 1 });
                break;
            case "fails":
                Refuse(run, FaultStage.Run, "the run failed");
                break;
            case "floods":
                for (var line = 0; line < 20_000; line++)
                {
                    Console.WriteLine("vendor: verbose logging is on, and this is its line");
                }

                Answer(done, 0);
                break;
            case var fuzz when fuzz.StartsWith("fuzz:", StringComparison.Ordinal):
                speaker.Write(Mutation.Of(Speaker.Bytes(done), int.Parse(fuzz[5..], CultureInfo.InvariantCulture)));
                break;
            default:
                Answer(done, name == "nan" ? float.NaN : 0);
                break;
        }
    }

    private void Answer(MessageHeader done, float added)
    {
        var place = _order!.Memory.Slots[done.Slot];
        var value = MemoryMarshal.Read<float>(_memory!.Bytes[place.Input..]) + added;
        for (var i = 0; i < place.Outputs.Count; i++)
        {
            var count = (int)_order.Outputs[i].Shape.Aggregate(1L, static (all, size) => all * size);
            MemoryMarshal.Cast<byte, float>(_memory.Bytes.Slice(place.Outputs[i], count * sizeof(float))).Fill(value);
        }

        speaker.Say(done);
        if (name == "answers-twice")
        {
            speaker.Say(done);
        }
    }

    private void Refuse(MessageHeader request, FaultStage stage, string what)
    {
        var report = new FaultReport(FaultCode.AcceleratorUnusable, stage, what, "use another", "vendor: no", "stem", "Conv", "NotImplemented").ToUtf8();
        speaker.Say(new MessageHeader(MessageKind.Fault, request.Request, request.Slot, Status: 1, TailBytes: report.Length), report);
    }
}
