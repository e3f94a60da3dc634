using System.Runtime.InteropServices;
using EdgeVision.Inference.Models;
using EdgeVision.Messaging.Payloads;
using EdgeVision.Service.Configuration.Plans;
using EdgeVision.Service.Verbs;

namespace EdgeVision.Service.Composition;

/// <summary>The `info` message: what the device is and what it runs.</summary>
internal static class DeviceInfo
{
    private const string BoardFile = "/proc/device-tree/model";

    public static InfoV1 Of(DevicePlan plan, IEnumerable<ModelManifest> models, WireStamp stamp)
    {
        var accelerator = plan.ForProcessor;
        return new InfoV1(stamp)
        {
            Name = plan.DeviceName,
            Version = VersionVerb.Version,
            Board = File.Exists(BoardFile) ? File.ReadAllText(BoardFile).TrimEnd('\0', '\n') : "unknown",
            System = $"{RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}",
            Cameras = [.. plan.Cameras.Select(camera => new InfoCameraV1(camera.Lane.CameraId, camera.Source.Description, camera.Model.Model.Name))],
            Models = [.. models.Select(model => new InfoModelV1(model.Name, model.Sha256, model.Input.Size.ToString(), ModelsInfoVerb.Lower(model.Precision)))],
            Accelerators =
            [
                new InfoAcceleratorV1("cpu", "CPUExecutionProvider", true, "the only accelerator of this version", null, accelerator.Threads, null),
            ],
        };
    }
}
