namespace EdgeVision.Service.Configuration.Rules;

internal sealed class BrokerLoginIsWhole : IConfigRule
{
    public void Check(DeviceDraft draft)
    {
        var mqtt = draft.Config.Mqtt;
        if (draft.IsSound("mqtt") && mqtt is { PasswordFile: not null, Username: null })
        {
            draft.Refuse("mqtt.password_file", "has no user name beside it; write mqtt.username too");
        }
    }
}
