namespace EdgeVision.Native.OnnxRuntime;

/// <summary>What a device is, in ONNX Runtime's three kinds (<c>OrtHardwareDeviceType</c>).</summary>
public enum OrtHardwareType
{
    Cpu = 0,
    Gpu = 1,
    Npu = 2,
}
