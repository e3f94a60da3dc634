using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EdgeVision.Testing;

/// <summary>An HTTP server of one file on the loopback. Each request takes the next answer of the script; after it, whole files.</summary>
public sealed class FileServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Queue<FileAnswer> _script;

    public FileServer(byte[] content, params FileAnswer[] script)
    {
        Content = content;
        _script = new Queue<FileAnswer>(script);
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/model.onnx";
        _ = ServeAsync();
    }

    public string Address { get; }

    public byte[] Content { get; }

    /// <summary>Where each request asked to begin.</summary>
    public List<long> Starts { get; } = [];

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await ServeAsync(client.GetStream());
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        try
        {
            await AnswerAsync(stream);
        }
        catch (IOException)
        {
            // The client went away in the middle.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var start = await ReadRequestAsync(stream);
        lock (Starts)
        {
            Starts.Add(start);
        }

        var answer = _script.TryDequeue(out var scripted) ? scripted : new FileAnswer();
        var from = answer.IgnoreRange ? 0 : start;
        var status = answer.Status ?? (answer.IsMoved ? "302 Found" : from > Content.Length ? "416 Range Not Satisfiable" : from > 0 ? "206 Partial Content" : "200 OK");
        var hasBody = status[0] == '2';
        var body = hasBody ? Content.AsMemory((int)from) : Memory<byte>.Empty;
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{Head(answer, from, hasBody, body.Length)}Connection: close\r\n\r\n"));
        await stream.WriteAsync(body[..Math.Min(body.Length, answer.CutAfter)]);
        await stream.WriteAsync(new byte[hasBody ? answer.Surplus : 0]);
        if (answer.IsStuck)
        {
            _ = await stream.ReadAsync(new byte[1]);
        }
    }

    private string Head(FileAnswer answer, long from, bool hasBody, int length)
    {
        var told = answer.IsLengthUntold ? "" : $"Content-Length: {length + (hasBody ? answer.Surplus : 0)}\r\n";
        var range = hasBody && from > 0 ? $"Content-Range: bytes {from}-{Content.Length - 1}/{Content.Length}\r\n" : "";
        return told + range + (answer.IsMoved ? $"Location: {Address}?moved\r\n" : "");
    }

    private static async Task<long> ReadRequestAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) == 1)
        {
            head.Append((char)one[0]);
        }

        var line = head.ToString().Split("\r\n").FirstOrDefault(text => text.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : long.Parse(line["Range: bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
    }
}
