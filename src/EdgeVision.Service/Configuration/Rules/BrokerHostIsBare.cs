using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Configuration.Rules;

/// <summary>A name or address alone: no scheme, port or path.</summary>
internal sealed class BrokerHostIsBare : IConfigRule
{
    public void Check(DeviceDraft draft)
    {
        var host = draft.Config.Mqtt.Host;
        if (draft.IsSound("mqtt.host") && Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            draft.Refuse("mqtt.host", $"{Words.Quote(host)} is not a host's name or address; write only the host, its port under mqtt.port, and mqtt.tls for encryption");
        }
    }
}
