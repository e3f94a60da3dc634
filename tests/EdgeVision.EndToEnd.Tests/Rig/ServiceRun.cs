using System.Text.Json.Nodes;
using EdgeVision.Testing;

namespace EdgeVision.EndToEnd.Tests.Rig;

/// <summary>The service on a configuration of its own, with a broker and a witness that hears everything.</summary>
public sealed class ServiceRun : IAsyncDisposable
{
    public const string Base = "edgevision/e2e";

    private ServiceRun(string folder, MosquittoBroker broker, MosquittoSubscriber witness, EdgeVisionProgram program)
    {
        Folder = folder;
        Broker = broker;
        Witness = witness;
        Program = program;
    }

    public string Folder { get; }

    public MosquittoBroker Broker { get; }

    public MosquittoSubscriber Witness { get; }

    public EdgeVisionProgram Program { get; }

    /// <param name="folder">Made by <see cref="NewFolder"/>; deleted at the end.</param>
    /// <param name="models">The configuration's models section, as YAML flow.</param>
    /// <param name="cameras">One camera a line, as YAML flow.</param>
    public static Task<ServiceRun> Started(string folder, string models, params string[] cameras) =>
        StartedOn(folder, "[{provider: cpu, threads: 1}]", models, cameras);

    /// <param name="folder">Made by <see cref="NewFolder"/>; deleted at the end. What the service keeps, such as operating tables, is in it too.</param>
    /// <param name="accelerators">The configuration's accelerators section, as YAML flow.</param>
    /// <param name="models">The configuration's models section, as YAML flow.</param>
    /// <param name="cameras">One camera a line, as YAML flow.</param>
    /// <param name="environment">More of the service's environment; null for none.</param>
    public static async Task<ServiceRun> StartedOn(
        string folder, string accelerators, string models, string[] cameras, IReadOnlyDictionary<string, string>? environment = null)
    {
        Programs.Need("mosquitto", "apt install mosquitto");
        var broker = await MosquittoBroker.Started();
        var witness = await MosquittoSubscriber.Subscribed(broker, Base + "/#");
        var config = Path.Combine(folder, "device.yaml");
        await File.WriteAllTextAsync(config, $$"""
            device: {id: e2e}
            mqtt: {host: 127.0.0.1, port: {{broker.Port}}, reconnect_first: 200ms, reconnect_ceiling: 1s}
            models: {{models}}
            accelerators: {{accelerators}}
            cameras:
            {{string.Join(Environment.NewLine, cameras.Select(camera => "  - " + camera))}}
            """);
        var variables = new Dictionary<string, string>(environment ?? new Dictionary<string, string>());
        variables.TryAdd("STATE_DIRECTORY", StateOf(folder));
        return new ServiceRun(folder, broker, witness, EdgeVisionProgram.Start(["run", "--config", config], variables));
    }

    /// <summary>Where the service keeps what outlives it.</summary>
    public static string StateOf(string folder) => Directory.CreateDirectory(Path.Combine(folder, "state")).FullName;

    public static string NewFolder() => Directory.CreateTempSubdirectory("edgevision-e2e-").FullName;

    public IReadOnlyList<JsonNode> Detections(string camera) => Json($"{Base}/cameras/{camera}/detections");

    public IReadOnlyList<JsonNode> Faults => Json($"{Base}/faults");

    /// <summary>What the last info message says of the accelerators; empty before the first.</summary>
    public IReadOnlyList<JsonNode> Accelerators => Json($"{Base}/info") is [.., var last] ? [.. last["accelerators"]!.AsArray().Select(static one => one!)] : [];

    public IReadOnlyList<JsonNode> Json(string topic) => [.. Witness.On(topic).Select(message => JsonNode.Parse(message.Text)!)];

    /// <summary>Waits until a condition on what was heard holds; a failure shows the program's own words.</summary>
    public Task Until(Func<bool> condition, TimeSpan? limit = null, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(condition))] string what = "") =>
        Eventually.Holds(condition, limit ?? TimeSpan.FromSeconds(90), () => $"{what}{Environment.NewLine}{Program.Output}");

    public async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        await Witness.DisposeAsync();
        await Broker.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
