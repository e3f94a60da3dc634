using System.Text.Json.Serialization;

namespace EdgeVision.Service.Configuration.Options;

/// <summary>By what auto chooses.</summary>
public enum AcceleratorPreference
{
    Npu,
    Gpu,
    Cpu,

    [JsonStringEnumMemberName("lowest-energy")]
    LowestEnergy,

    [JsonStringEnumMemberName("lowest-latency")]
    LowestLatency,
}
