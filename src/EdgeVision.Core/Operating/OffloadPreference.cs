namespace EdgeVision.Core.Operating;

/// <summary>What the choice among measured points goes by.</summary>
public enum OffloadPreference
{
    /// <summary>Least latency × energy.</summary>
    Auto,

    /// <summary>A processor for inference: NPU, VPU, TPU, FPGA, ASIC or neuromorphic; by latency × energy among these.</summary>
    Npu,
    Gpu,
    Cpu,
    LowestEnergy,
    LowestLatency,
}
