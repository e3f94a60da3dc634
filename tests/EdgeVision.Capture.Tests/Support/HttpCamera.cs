using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EdgeVision.Capture.Tests.Support;

/// <summary>A camera that sends Motion JPEG over HTTP, or misbehaves.</summary>
public sealed class HttpCamera : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string? _login;
    private readonly byte[] _picture;
    private readonly int _pictures;

    /// <param name="login">user:password it asks for, or null.</param>
    /// <param name="pictures">Pictures before it closes the connection; 0 is never to answer at all.</param>
    public HttpCamera(string? login = null, int pictures = int.MaxValue)
    {
        _login = login;
        _pictures = pictures;
        _picture = File.ReadAllBytes(Clips.TestPicture("camera.jpg", 1));
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections { get; private set; }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                _ = ServeAsync(client);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, leaveOpen: true);
            var head = new StringBuilder();
            while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
            {
                head.Append(line).Append('\n');
            }

            await AnswerAsync(stream, head.ToString());
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
        }
    }

    private async Task AnswerAsync(NetworkStream stream, string head)
    {
        if (_pictures == 0)
        {
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }

        if (_login is not null && !head.Contains($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(_login))}", StringComparison.Ordinal))
        {
            await SendAsync(stream, "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"camera\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return;
        }

        if (!head.StartsWith("GET /video ", StringComparison.Ordinal))
        {
            await SendAsync(stream, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return;
        }

        await SendAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace;boundary=frame\r\n\r\n");
        for (var sent = 0; sent < _pictures; sent++)
        {
            await SendAsync(stream, $"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {_picture.Length}\r\n\r\n");
            await stream.WriteAsync(_picture, _stop.Token);
            await SendAsync(stream, "\r\n");
            await Task.Delay(40, _stop.Token);
        }
    }

    private async Task SendAsync(NetworkStream stream, string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text), _stop.Token);
}
