using EdgeVision.Messaging.Transport;

namespace EdgeVision.Service.Doctor.Broker;

/// <summary>What helps against each way of MQTT 5 to say no to a login (section 3.2.2.2 of the standard).</summary>
internal static class ConnectRefusal
{
    private const int UnsupportedVersion = 0x84;
    private const int ClientIdNotValid = 0x85;
    private const int BadUserNameOrPassword = 0x86;
    private const int NotAuthorized = 0x87;
    private const int Unavailable = 0x88;
    private const int Busy = 0x89;
    private const int Banned = 0x8a;

    public static string Fix(int reasonCode, MqttOptions options) => reasonCode switch
    {
        BadUserNameOrPassword or NotAuthorized when options.Username is null =>
            "the broker wants a login: mqtt: {username: NAME, password_file: /etc/edgevision/mqtt.password}",
        BadUserNameOrPassword or NotAuthorized =>
            $"check mqtt.username and the first line of {options.PasswordFile ?? "mqtt.password_file"}; on the broker: sudo mosquitto_passwd /etc/mosquitto/passwd {options.Username} && sudo systemctl reload mosquitto",
        UnsupportedVersion => "the broker must speak MQTT 5; mosquitto does from version 1.6 on: sudo apt install mosquitto",
        ClientIdNotValid => $"let the broker accept client ids that begin with {options.ClientId}",
        Unavailable or Busy => "look again in a minute; if it stays, see the broker's log",
        Banned => "the broker has banned this client: see its log",
        _ => "see the broker's log: journalctl -u mosquitto",
    };
}
