using System.Text;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Configuration.Rules;

/// <summary>What the option's pattern cannot say: every level has a name, and the topics below still fit a packet (MQTT 5, 4.7.3).</summary>
internal sealed class BaseTopicIsLegal : IConfigRule
{
    private const int LongestBytes = 512;

    public void Check(DeviceDraft draft)
    {
        if (draft.IsSound("mqtt.base_topic") && draft.Config.Mqtt.BaseTopic is { } topic && Complaint(topic) is { } complaint)
        {
            draft.Refuse("mqtt.base_topic", $"{Words.Quote(topic)} {complaint}; write levels with / between them, such as edgevision/yard");
        }
    }

    private static string? Complaint(string topic) => topic switch
    {
        _ when topic.Split('/').Any(level => level.Length == 0) => "has an empty level, two / in a row",
        _ when Encoding.UTF8.GetByteCount(topic) > LongestBytes => $"is longer than {LongestBytes} bytes",
        _ when topic.Any(char.IsControl) => "holds a control character",
        _ => null,
    };
}
