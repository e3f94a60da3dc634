using System.Diagnostics;
using EdgeVision.Messaging.Transport;
using EdgeVision.Service.Doctor;
using EdgeVision.Service.Doctor.Broker;
using EdgeVision.Testing;

namespace EdgeVision.Service.Tests.Doctor;

/// <summary>Real brokers that refuse at each step of the way.</summary>
public class BrokerTests
{
    [SkippableFact]
    public async Task A_good_broker_is_good_and_nothing_is_left_on_it()
    {
        await using var broker = await MosquittoBroker.Started();
        await using var running = await MosquittoSubscriber.Subscribed(broker, "yard/#", "edgevision-pi");
        var found = await Look(Options(broker));
        Assert.All(found, finding => Assert.Equal(CheckState.Ok, finding.State));
        Assert.Equal(["broker", "broker login", "broker topics"], found.Select(finding => finding.Subject));

        // The service's own connection stands, and who comes later finds nothing.
        await Eventually.Holds(() => running.Messages.Count > 0);
        var heard = Assert.Single(running.Messages);
        Assert.StartsWith("yard/pi/doctor/", heard.Topic, StringComparison.Ordinal);
        Assert.DoesNotContain("edgevision-pi already connected", broker.Log, StringComparison.Ordinal);
        await using var late = await MosquittoSubscriber.Subscribed(broker, "#", "late");
        await Publish(broker, "mark");
        await late.Wait("mark", 1);
        Assert.Single(late.Messages);
    }

    [Fact]
    public async Task A_name_without_an_address_is_a_fail() => Examination.Says(
        await Look(new MqttOptions { Host = "no-such-broker.invalid", BaseTopic = "yard", ClientId = "x" }), "broker", CheckState.Fail,
        "no address is known for the name 'no-such-broker.invalid'", "getent hosts no-such-broker.invalid");

    [Fact]
    public async Task A_port_where_nobody_listens_is_a_fail()
    {
        var port = FreePort.Find();
        Examination.Says(
            await Look(new MqttOptions { Host = "127.0.0.1", Port = port, BaseTopic = "yard", ClientId = "x" }), "broker", CheckState.Fail,
            $"127.0.0.1:{port}: nothing listens there (connection refused)", "sudo systemctl start mosquitto");
    }

    [SkippableFact]
    public async Task A_refused_login_names_the_user_and_the_reason()
    {
        await using var broker = await MosquittoBroker.Started("allow_anonymous false");
        var password = broker.PathOf("password");
        await File.WriteAllTextAsync(password, "hunter2\n");
        var found = await Look(Options(broker) with { Username = "yard", PasswordFile = password });
        Examination.Says(found, "broker login", CheckState.Fail, "user yard is refused: ", "sudo mosquitto_passwd /etc/mosquitto/passwd yard");
        Assert.Contains("(MQTT reason 0x87)", found[^1].Found, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", string.Join('\n', found), StringComparison.Ordinal);

        Examination.Says(await Look(Options(broker)), "broker login", CheckState.Fail, "a client without user name is refused", "mqtt: {username: NAME, password_file:");
    }

    [SkippableFact]
    public async Task Topics_that_may_not_be_written_are_a_fail_with_the_line_for_the_acl()
    {
        await using var broker = new MosquittoBroker();
        await File.WriteAllTextAsync(broker.PathOf("acl"), "topic read yard/#\n");
        broker.Configure("allow_anonymous true", "acl_file FOLDER/acl");
        await broker.Start();
        Examination.Says(await Look(Options(broker)), "broker topics", CheckState.Fail, "may not publish on yard/pi/#: Not authorized (MQTT reason 0x87)", "topic readwrite yard/pi/#");
    }

    [SkippableFact]
    public async Task Topics_that_may_not_be_read_are_a_warning()
    {
        await using var broker = new MosquittoBroker();
        await File.WriteAllTextAsync(broker.PathOf("acl"), "topic write yard/#\n");
        broker.Configure("allow_anonymous true", "acl_file FOLDER/acl");
        await broker.Start();
        Examination.Says(await Look(Options(broker)), "broker topics", CheckState.Warn, "may publish on yard/pi/#, but not read there", "topic readwrite yard/pi/#");
    }

    [SkippableFact]
    public async Task A_broker_that_keeps_nothing_is_a_warning()
    {
        await using var broker = await MosquittoBroker.Started("allow_anonymous true", "retain_available false");
        Examination.Says(await Look(Options(broker)), "broker login", CheckState.Warn, "takes no retained messages", "retain_available true");
    }

    [SkippableTheory]
    [InlineData(-400, -3, CheckState.Fail, "expired on ", "issue a new one")]
    [InlineData(-3, 10, CheckState.Warn, "in 10 days", "issue a new one")]
    [InlineData(3, 400, CheckState.Fail, "is valid from ", "set the clock")]
    [InlineData(-3, 400, CheckState.Ok, "is valid until ", "")]
    public async Task The_brokers_certificate_is_judged_by_its_dates(int from, int until, CheckState state, string found, string fix)
    {
        await using var broker = new MosquittoBroker();
        using var authority = await StartTls(broker, "localhost", from, until);
        var all = await Look(Options(broker) with { Host = "localhost", Tls = new MqttTlsOptions { Ca = authority.File } });
        Examination.Says(all, "broker TLS", state, "the broker's certificate (CN=localhost) ", fix);
        Assert.Contains(all, one => one.Found.Contains(found, StringComparison.Ordinal));
        Assert.Equal(state != CheckState.Fail, all.Any(finding => finding is { Subject: "broker topics", State: CheckState.Ok }));
    }

    [SkippableFact]
    public async Task A_certificate_of_a_stranger_or_for_another_host_is_a_fail()
    {
        await using var broker = new MosquittoBroker();
        using var authority = await StartTls(broker, "elsewhere.example", -3, 400);
        using var stranger = new TestAuthority(broker.Folder, "stranger");
        var tls = Options(broker) with { Host = "localhost" };
        Examination.Says(
            await Look(tls with { Tls = new MqttTlsOptions { Ca = authority.File } }), "broker TLS", CheckState.Fail,
            "the broker's certificate is for elsewhere.example, not for localhost", "write that name as mqtt.host");
        Examination.Says(
            await Look(tls with { Tls = new MqttTlsOptions { Ca = stranger.File, Insecure = true } }), "broker TLS", CheckState.Fail,
            $"the broker's certificate is not signed by {stranger.File}", "mqtt: {tls: {ca: /etc/edgevision/ca.crt}}");
        Examination.Says(
            await Look(tls with { Tls = new MqttTlsOptions { Ca = authority.File, Insecure = true } }), "broker topics", CheckState.Ok, "may publish and read", "");
    }

    [SkippableFact]
    public async Task A_port_without_tls_and_a_tls_port_without_tls_options_are_told_apart()
    {
        await using var plain = await MosquittoBroker.Started();
        using var nobody = new TestAuthority(plain.Folder, "nobody");
        Examination.Says(
            await Look(Options(plain) with { Tls = new MqttTlsOptions { Ca = nobody.File } }), "broker TLS", CheckState.Fail, "does not speak TLS", "delete mqtt.tls");

        await using var secured = new MosquittoBroker();
        using var authority = await StartTls(secured, "localhost", -3, 400);
        Examination.Says(await Look(Options(secured)), "broker login", CheckState.Fail, "", "mqtt: {tls: {ca: …}");
    }

    private static MqttOptions Options(MosquittoBroker broker) => new() { Host = "127.0.0.1", Port = broker.Port, BaseTopic = "yard/pi", ClientId = "edgevision-pi" };

    private static Task<IReadOnlyList<Finding>> Look(MqttOptions options) => Examination.Of(new BrokerCheck(options, TimeProvider.System));

    private static async Task<TestAuthority> StartTls(MosquittoBroker broker, string host, double from, double until)
    {
        var authority = new TestAuthority(broker.Folder, "ours");
        var (certificate, key) = authority.Issue(host, from, until);
        broker.Configure("allow_anonymous true", $"cafile {authority.File}", $"certfile {certificate}", $"keyfile {key}");
        await broker.Start();
        return authority;
    }

    private static async Task Publish(MosquittoBroker broker, string topic)
    {
        string[] arguments = ["-h", "127.0.0.1", "-p", broker.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "-t", topic, "-m", "x", "-q", "1"];
        using var process = Process.Start(new ProcessStartInfo(Programs.Need("mosquitto_pub", "apt install mosquitto-clients"), arguments))!;
        await process.WaitForExitAsync();
    }
}
