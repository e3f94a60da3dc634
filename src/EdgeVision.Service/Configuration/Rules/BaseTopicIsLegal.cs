using System.Text;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Configuration.Rules;

/// <summary>MQTT 5, 4.7: no wildcards in a topic name; besides no empty level, which nobody wants, and nothing below $, which brokers own.</summary>
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
        _ when topic.AsSpan().ContainsAny('+', '#') => "holds a wildcard (+ or #), which only subscriptions may",
        ['$', ..] => "starts with $, which belongs to the broker",
        _ when topic.Split('/').Any(level => level.Length == 0) => "has an empty level: a / at its start or end, or two in a row",
        _ when Encoding.UTF8.GetByteCount(topic) > LongestBytes => $"is longer than {LongestBytes} bytes",
        _ when topic.Any(char.IsControl) => "holds a control character",
        _ => null,
    };
}
