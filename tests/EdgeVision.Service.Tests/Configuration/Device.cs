using System.Text;
using EdgeVision.Service.Configuration;

namespace EdgeVision.Service.Tests.Configuration;

/// <summary>Loads device files from text.</summary>
internal static class Device
{
    public const string Small = """
        device: {id: pi}
        models: {default: yolox-nano}
        cameras:
          - id: gate
            source: synthetic:street
        """;

    public static ConfigResult Load(string yaml, params (string Name, string Value)[] environment)
        => Load(Encoding.UTF8.GetBytes(yaml), Path.GetTempPath(), environment);

    public static ConfigResult Load(byte[] yaml, string folder, params (string Name, string Value)[] environment)
        => new DeviceConfigLoader(new StubModels()).Read("d.yaml", yaml, folder, environment.ToDictionary(v => v.Name, v => v.Value));
}
