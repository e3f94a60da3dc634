using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace EdgeVision.Testing;

/// <summary>
/// The real mosquitto_sub in MQTT 5: an independent witness of what a broker delivers. It connects anew by itself.
/// </summary>
public sealed class MosquittoSubscriber : IAsyncDisposable
{
    private const string Mark = "EV|";
    private readonly ConcurrentQueue<ReceivedMessage> _messages = new();
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Process _process;

    private MosquittoSubscriber(int port, string id, string filter, string[] more)
    {
        var start = new ProcessStartInfo(Programs.Need("mosquitto_sub", "apt install mosquitto-clients"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "-V", "5", "-h", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture), "-i", id, "-q", "1", "-t", filter,
            "-F", Mark + "%t|%q|%r|%C|%x", .. more,
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>All messages so far, in order.</summary>
    public IReadOnlyList<ReceivedMessage> Messages => [.. _messages];

    public IReadOnlyList<ReceivedMessage> On(string topic) => [.. _messages.Where(message => message.Topic == topic)];

    /// <summary>A subscriber whose subscription the broker has confirmed.</summary>
    /// <param name="broker">Its log tells when; mosquitto_sub itself prints too late.</param>
    /// <param name="filter">Topic filter.</param>
    /// <param name="id">Client id, one for each subscriber.</param>
    /// <param name="more">More arguments of mosquitto_sub.</param>
    public static async Task<MosquittoSubscriber> Subscribed(
        MosquittoBroker broker, string filter, string id = "witness", params string[] more)
    {
        ArgumentNullException.ThrowIfNull(broker);
        var before = Confirmations(broker, id);
        var subscriber = new MosquittoSubscriber(broker.Port, id, filter, more);
        try
        {
            await Eventually.Holds(
                () => Confirmations(broker, id) > before, otherwise: () => string.Join('\n', subscriber._lines) + broker.Log);
            return subscriber;
        }
        catch
        {
            await subscriber.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until so many messages have come on a topic.</summary>
    public async Task<IReadOnlyList<ReceivedMessage>> Wait(string topic, int count)
    {
        await Eventually.Holds(() => On(topic).Count >= count, otherwise: () => $"{On(topic).Count} of {count} came on {topic}");
        return On(topic);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int Confirmations(MosquittoBroker broker, string id) =>
        broker.Log.Split('\n').Count(line => line.EndsWith($"Sending SUBACK to {id}", StringComparison.Ordinal));

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        if (!line.StartsWith(Mark, StringComparison.Ordinal))
        {
            _lines.Enqueue(line);
            return;
        }

        var parts = line[Mark.Length..].Split('|');
        _messages.Enqueue(new ReceivedMessage(
            parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2] == "1", parts[3], Convert.FromHexString(parts[4])));
    }
}
