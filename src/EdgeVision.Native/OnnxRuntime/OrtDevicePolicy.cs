namespace EdgeVision.Native.OnnxRuntime;

/// <summary>By what ONNX Runtime chooses devices by itself (<c>OrtExecutionProviderDevicePolicy</c>).</summary>
public enum OrtDevicePolicy
{
    Default = 0,
    PreferCpu = 1,
    PreferNpu = 2,
    PreferGpu = 3,
    MaxPerformance = 4,
    MaxEfficiency = 5,
    MinOverallPower = 6,
}
