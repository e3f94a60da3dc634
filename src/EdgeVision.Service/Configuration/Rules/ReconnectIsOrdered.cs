using EdgeVision.Yaml.Values;

namespace EdgeVision.Service.Configuration.Rules;

internal sealed class ReconnectIsOrdered : IConfigRule
{
    public void Check(DeviceDraft draft)
    {
        var mqtt = draft.Config.Mqtt;
        if (draft.IsSound("mqtt") && mqtt.ReconnectFirst > mqtt.ReconnectCeiling)
        {
            var key = draft.IsWritten("mqtt.reconnect_first") ? "reconnect_first" : "reconnect_ceiling";
            draft.Refuse($"mqtt.{key}", $"reconnect_first {Duration.Write(mqtt.ReconnectFirst)} is above reconnect_ceiling {Duration.Write(mqtt.ReconnectCeiling)}; write reconnect_first at most as long");
        }
    }
}
