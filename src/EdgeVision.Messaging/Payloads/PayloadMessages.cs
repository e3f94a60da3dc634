using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EdgeVision.Messaging.Topics;
using EdgeVision.Messaging.Transport;

namespace EdgeVision.Messaging.Payloads;

/// <summary>Puts each payload on its topic, with the quality of service and retention the contract gives it.</summary>
public sealed class PayloadMessages(TopicTree topics)
{
    public MqttMessage Status(StatusV1 payload) =>
        Make(topics.Status, payload, PayloadJsonContext.Default.StatusV1, qos: 1, retain: true);

    public MqttMessage Info(InfoV1 payload) =>
        Make(topics.Info, payload, PayloadJsonContext.Default.InfoV1, qos: 1, retain: true);

    public MqttMessage Health(HealthV1 payload) =>
        Make(topics.Health, payload, PayloadJsonContext.Default.HealthV1, qos: 0, retain: true);

    public MqttMessage CameraState(CameraStateV1 payload) =>
        Make(topics.CameraState(payload.Camera), payload, PayloadJsonContext.Default.CameraStateV1, qos: 1, retain: true);

    public MqttMessage Detections(DetectionsV1 payload) =>
        Make(topics.Detections(payload.Camera), payload, PayloadJsonContext.Default.DetectionsV1, qos: 0, retain: false);

    public MqttMessage Fault(FaultV1 payload) =>
        Make(topics.Faults, payload, PayloadJsonContext.Default.FaultV1, qos: 1, retain: false);

    private static MqttMessage Make<T>(string topic, T payload, JsonTypeInfo<T> type, int qos, bool retain) =>
        new(topic, JsonSerializer.SerializeToUtf8Bytes(payload, type), qos, retain)
        {
            ContentType = MqttMessage.Json,
            IsText = true,
        };
}
