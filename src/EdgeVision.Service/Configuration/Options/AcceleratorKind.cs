namespace EdgeVision.Service.Configuration.Options;

public enum AcceleratorKind
{
    Auto,
    Cpu,
}
