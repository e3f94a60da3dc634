using EdgeVision.Messaging.Tests.Fakes;
using EdgeVision.Messaging.Transport;
using EdgeVision.Testing;

namespace EdgeVision.Messaging.Tests.Broker;

/// <summary>Encrypted connections to a real broker whose authority is ours.</summary>
public sealed class TlsTests
{
    [SkippableFact]
    public async Task Own_authority_and_client_certificate_are_accepted()
    {
        await using var broker = new MosquittoBroker();
        using var ours = await Start(broker, "localhost");
        var (certificate, key) = ours.Issue("yard");
        await using var rig = await Rig.Online(Options(broker, new MqttTlsOptions { Ca = ours.AuthorityFile, Cert = certificate, Key = key }));
        _ = rig.Loop.Publish(rig.Fault(0));
        await rig.Drained();
        Assert.Equal(2, rig.Loop.Counters.Acked);
    }

    [SkippableFact]
    public async Task An_authority_we_do_not_trust_is_not_talked_to()
    {
        await using var broker = new MosquittoBroker();
        using var ours = await Start(broker, "localhost");
        using var stranger = new Certificates(broker.Folder, "stranger");
        var (certificate, key) = ours.Issue("yard");
        await NeverOnline(
            Options(broker, new MqttTlsOptions { Ca = stranger.AuthorityFile, Cert = certificate, Key = key }), "certificate verify failed");
    }

    [SkippableFact]
    public async Task A_certificate_for_another_host_is_refused_unless_told_otherwise()
    {
        await using var broker = new MosquittoBroker();
        using var ours = await Start(broker, "elsewhere.example");
        var (certificate, key) = ours.Issue("yard");
        var tls = new MqttTlsOptions { Ca = ours.AuthorityFile, Cert = certificate, Key = key };
        await NeverOnline(Options(broker, tls), "host name verification failed");
        await using var rig = await Rig.Online(Options(broker, tls with { Insecure = true }));
    }

    [SkippableFact]
    public async Task Without_the_client_certificate_it_demands_the_broker_lets_nobody_in()
    {
        await using var broker = new MosquittoBroker();
        using var ours = await Start(broker, "localhost");
        await NeverOnline(Options(broker, new MqttTlsOptions { Ca = ours.AuthorityFile }), "certificate required");
    }

    [SkippableFact]
    public async Task A_missing_file_or_half_a_pair_is_named()
    {
        await using var broker = new MosquittoBroker();
        using var ours = await Start(broker, "localhost");
        await NeverOnline(Options(broker, new MqttTlsOptions { Ca = broker.PathOf("none.crt") }), "tls.ca");
        await NeverOnline(Options(broker, new MqttTlsOptions { Ca = ours.AuthorityFile, Cert = ours.AuthorityFile }), "tls.key");
    }

    private static MqttOptions Options(MosquittoBroker broker, MqttTlsOptions tls) =>
        Rig.Options(broker.Port) with { Host = "localhost", Tls = tls };

    private static async Task<Certificates> Start(MosquittoBroker broker, string host)
    {
        var ours = new Certificates(broker.Folder, "ours");
        var (certificate, key) = ours.Issue(host);
        broker.Configure(
            $"cafile {ours.AuthorityFile}", $"certfile {certificate}", $"keyfile {key}", "require_certificate true",
            "use_identity_as_username true", "allow_anonymous false");
        await broker.Start();
        return ours;
    }

    private static async Task NeverOnline(MqttOptions options, string reason)
    {
        await using var rig = new Rig(options);
        rig.Loop.Start();
        await Eventually.Holds(
            () => rig.Loop.Status.State == ConnectionState.Offline
                && rig.Loop.Status.Reason.Contains(reason, StringComparison.OrdinalIgnoreCase),
            TimeSpan.FromSeconds(10), () => rig.Loop.Status.ToString());
        Assert.False(rig.Saw(ConnectionState.Online));
    }
}
