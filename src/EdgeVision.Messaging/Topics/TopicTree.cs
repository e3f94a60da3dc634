namespace EdgeVision.Messaging.Topics;

/// <summary>Every topic this device uses, in one place. Levels are joined below the base topic.</summary>
public sealed class TopicTree
{
    /// <param name="baseTopic">First part of every topic, such as edgevision/gate-pi: no wildcards, no slash at the ends.</param>
    /// <exception cref="ArgumentException">It would not give valid topics.</exception>
    public TopicTree(string baseTopic)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(baseTopic);
        if (baseTopic.AsSpan().IndexOfAny("+#\0") >= 0 || baseTopic.StartsWith('/') || baseTopic.EndsWith('/')
            || baseTopic.StartsWith('$'))
        {
            throw new ArgumentException(
                $"the base topic '{baseTopic}' may not have +, # or a slash at an end, nor begin with $; write it like edgevision/gate", nameof(baseTopic));
        }

        Base = baseTopic;
    }

    /// <summary>The base topic of a device that has not chosen one.</summary>
    public static string DefaultBase(string device) => $"edgevision/{device}";

    /// <summary>The client id of a device that has not chosen one.</summary>
    public static string DefaultClientId(string device) => $"edgevision-{device}";

    public string Base { get; }

    /// <summary>online, offline or stopped; retained, and the last will.</summary>
    public string Status => $"{Base}/status";

    /// <summary>What the device is and runs; retained.</summary>
    public string Info => $"{Base}/info";

    /// <summary>How it is doing; retained.</summary>
    public string Health => $"{Base}/health";

    /// <summary>Fault records, QoS 1.</summary>
    public string Faults => $"{Base}/faults";

    /// <summary>A camera's state; retained.</summary>
    public string CameraState(string camera) => $"{Base}/cameras/{camera}/state";

    /// <summary>A camera's detections, QoS 0.</summary>
    public string Detections(string camera) => $"{Base}/cameras/{camera}/detections";
}
