using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Workers;

namespace FakeWorker;

/// <summary>A service with one honest worker, to be killed.</summary>
internal static class Parent
{
    public static async Task Live(string modelPath, string runtimeFolder)
    {
        var bytes = await File.ReadAllBytesAsync(modelPath);
        var manifest = new ModelManifest
        {
            Name = "constant", File = "constant.onnx", Sha256 = ModelVerification.Hash(bytes), Size = bytes.Length, Licence = "MIT",
            Precision = ModelPrecision.Fp32, Labels = "", Decoder = new AnchorFreeGridOptions { Output = "first" },
            Input = new ModelInput { Name = "images", Size = new PictureSize(4, 4), Color = ChannelOrder.Rgb, Resize = ResizeMode.Stretch },
        };
        var setup = new WorkerSetup { Command = WorkerCommand.ThisProgram("honest"), RuntimeFolder = runtimeFolder };
        var opening = await new WorkerAcceleratorFactory(setup, TimeProvider.System).OpenAsync(
            new VerifiedModel(manifest, modelPath, bytes), [new OutputNeed("first", [1, 4], "the fake's")], new WorkerPlan { Accelerator = "npu", Provider = "CPU" });
        Console.WriteLine(opening.Fault is null ? "ready" : $"{opening.Fault} {opening.Fault.Tail}");
        await Task.Delay(Timeout.Infinite);
    }
}
