using System.Buffers.Binary;
using System.Net.Sockets;
using EdgeVision.Core.Faults;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Inference.Workers.Hosting;
using EdgeVision.Inference.Workers.Protocol;
using EdgeVision.Native.Linux;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Inference.Tests.Workers;

/// <summary>Neither end is brought down by what comes from the other.</summary>
public class ProtocolFuzzTests
{
    private static int Count => WorkerRig.Long ? 1_000_000 : 3_000;

    [Fact]
    public void A_header_reads_back_as_it_was_written()
    {
        var kinds = Gen.Elements(Enum.GetValues<MessageKind>());
        var headers =
            from kind in kinds
            from request in ArbMap.Default.GeneratorFor<ulong>()
            from slot in Gen.Choose(0, MessageHeader.MaxSlots - 1)
            from deadline in Gen.Choose(0, int.MaxValue)
            from spent in Gen.Choose(0, int.MaxValue)
            from tail in Gen.Choose(0, MessageHeader.MaxTail)
            select new MessageHeader(
                kind, request, kind is MessageKind.Run or MessageKind.Done or MessageKind.Fault ? slot : MessageHeader.NoSlot, deadline, spent,
                kind == MessageKind.Fault ? 1 : 0, kind is MessageKind.Load or MessageKind.Fault ? tail : 0);
        Prop.ForAll(headers.ToArbitrary(), header =>
        {
            var bytes = new byte[MessageHeader.Bytes];
            header.Write(bytes);
            return MessageHeader.Read(bytes, out var read) is null && read == header;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_layout_on_the_wire_is_that_of_the_document()
    {
        var bytes = new byte[MessageHeader.Bytes];
        new MessageHeader(MessageKind.Fault, 0x0102030405060708, 3, 0x1112131415161718, 0x2122232425262728, 1, 0x1234).Write(bytes);
        Assert.Equal(
            "4556574B" + "0100" + "0600" + "0807060504030201" + "03000000" + "01000000" + "1817161514131211" + "2827262524232221" + "34120000" + new string('0', 40),
            Convert.ToHexString(bytes));
    }

    [Fact]
    public void Any_bytes_in_any_pieces_give_messages_or_a_refusal()
    {
        var random = new Random(1);
        for (var i = 0; i < Count; i++)
        {
            var buffer = new MessageBuffer();
            var stream = Stream(random);
            for (var at = 0; at < stream.Length;)
            {
                var piece = Math.Min(random.Next(1, 200), stream.Length - at);
                stream.AsSpan(at, piece).CopyTo(buffer.Free);
                buffer.Add(piece);
                at += piece;
                while (buffer.Take(out var header, out var tail) is var taken and not TakenMessage.Incomplete)
                {
                    if (taken == TakenMessage.Malformed)
                    {
                        Assert.NotEmpty(buffer.Refusal);
                        at = stream.Length;
                        break;
                    }

                    Assert.Equal(header.TailBytes, tail.Length);
                    Assert.InRange(tail.Length, 0, MessageHeader.MaxTail);
                }
            }
        }
    }

    [Fact]
    public async Task A_worker_ends_on_any_nonsense_from_its_parent()
    {
        var random = new Random(2);
        for (var i = 0; i < Count / 10; i++)
        {
            var (parent, child) = Pair();
            using (parent)
            {
                var serving = Task.Run(() =>
                {
                    using var channel = new LocalChannel(child);
                    return new WorkerConversation(channel, HostedModel.Open).Serve();
                });
                parent.Send(Stream(random));
                parent.Shutdown(SocketShutdown.Send);
                Assert.False(await serving.WaitAsync(TimeSpan.FromSeconds(30)));
            }
        }
    }

    [Fact]
    public async Task A_parent_faults_on_any_nonsense_from_its_worker()
    {
        for (var seed = 0; seed < (WorkerRig.Long ? 500 : 6); seed++)
        {
            using var worker = await WorkerRig.Open($"fuzz:{seed}", WorkerRig.Plan with { RunDeadline = TimeSpan.FromMilliseconds(300) });
            var fault = await WorkerRig.Run(worker, 0, 1);
            Assert.True(fault is null or { Code: FaultCode.AcceleratorLost or FaultCode.AcceleratorTimedOut }, $"seed {seed}: {fault}");
        }
    }

    private static (Socket Parent, Socket Child) Pair()
    {
        using var folder = new TempFolder();
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var address = new UnixDomainSocketEndPoint(folder["s"]);
        listener.Bind(address);
        listener.Listen(1);
        var parent = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        parent.Connect(address);
        return (parent, listener.Accept());
    }

    /// <summary>A few messages, mostly sound, with some bytes of some of them damaged.</summary>
    private static byte[] Stream(Random random)
    {
        using var stream = new MemoryStream();
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            var tail = new byte[random.Next(4) == 0 ? random.Next(300) : 0];
            random.NextBytes(tail);
            if (random.Next(2) == 0)
            {
                tail = Order(random);
            }

            var kind = tail.Length > 0 ? MessageKind.Load : (MessageKind)random.Next(0, 10);
            var bytes = new byte[MessageHeader.Bytes + tail.Length];
            new MessageHeader(kind, (ulong)random.Next(4), kind is MessageKind.Run ? random.Next(-1, 3) : MessageHeader.NoSlot, TailBytes: tail.Length).Write(bytes);
            tail.CopyTo(bytes, MessageHeader.Bytes);
            if (random.Next(3) == 0)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            if (random.Next(10) == 0)
            {
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(40), random.Next(int.MinValue, int.MaxValue));
            }

            stream.Write(bytes);
        }

        return stream.ToArray();
    }

    /// <summary>A load order that is nearly one; it names files that do not exist.</summary>
    private static byte[] Order(Random random)
    {
        var order = new LoadOrder
        {
            Model = new OrderedModel("tiny", "", "/nowhere", new string('0', 64), random.Next(-1, 9)),
            Input = new OrderedInput("x", random.Next(-1, 70_000), 4, default, default),
            Outputs = random.Next(3) == 0 ? [] : WorkerRig.Needs,
            Memory = new OrderedMemory("/dev/shm/edgevision-none", random.Next(-1, 4000), [new SlotPlace(random.Next(-64, 999), [0, random.Next()])]),
            Provider = "CPU",
            Threads = random.Next(-2, 400),
        };
        var bytes = order.ToUtf8();
        if (random.Next(2) == 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(128);
        }

        return bytes;
    }
}
