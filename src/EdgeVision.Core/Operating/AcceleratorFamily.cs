namespace EdgeVision.Core.Operating;

/// <summary>Kinds of processor that run a detector.</summary>
public enum AcceleratorFamily
{
    Cpu,
    Gpu,
    Vpu,
    Npu,
    Tpu,
    Fpga,
    Asic,
    Neuromorphic,
}
