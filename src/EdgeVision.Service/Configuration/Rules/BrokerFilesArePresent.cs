namespace EdgeVision.Service.Configuration.Rules;

/// <summary>Password and certificate files are there and may be read by this user.</summary>
internal sealed class BrokerFilesArePresent : IConfigRule
{
    public void Check(DeviceDraft draft)
    {
        var mqtt = draft.Config.Mqtt;
        SecretFile.Check(draft, "mqtt.password_file", mqtt.PasswordFile);
        if (mqtt.Tls is not { } tls)
        {
            return;
        }

        var isSound = draft.IsSound("mqtt.tls");
        NamedFile.Check(draft, "mqtt.tls.ca", tls.Ca);
        NamedFile.Check(draft, "mqtt.tls.cert", tls.Cert);
        NamedFile.Check(draft, "mqtt.tls.key", tls.Key);
        if (isSound && (tls.Cert is null) != (tls.Key is null))
        {
            var (there, missing) = tls.Cert is null ? ("key", "cert") : ("cert", "key");
            draft.Refuse($"mqtt.tls.{there}", $"needs its partner; write mqtt.tls.{missing} too, or delete {there}");
        }
    }
}
