namespace EdgeVision.Core.Operating;

/// <summary>What kind of silicon runs a detector.</summary>
public enum AcceleratorFamily
{
    Cpu,
    Gpu,

    /// <summary>A vision processor: vector units beside a convolution engine.</summary>
    Vpu,

    /// <summary>A neural processor within a system on chip, or on a card of its own.</summary>
    Npu,

    /// <summary>A systolic array for tensors.</summary>
    Tpu,

    /// <summary>Programmable logic, with the network's engine loaded into it.</summary>
    Fpga,

    /// <summary>A circuit made for one purpose that none of the others names.</summary>
    Asic,

    /// <summary>Event-based, with spiking neurons.</summary>
    Neuromorphic,
}
