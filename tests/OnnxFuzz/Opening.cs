using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.Inference.Sessions;
using EdgeVision.Native.OnnxRuntime;

namespace OnnxFuzz;

/// <summary>Opens a model in both ways that there are, while someone watches which files that touches.</summary>
internal static class Opening
{
    public static int Run(string path)
    {
        try
        {
            OnnxReader.ReadFile(path);
            Console.WriteLine("reader: read");
        }
        catch (OnnxRefusedException refused)
        {
            Console.WriteLine($"reader: {refused.Refusal.Reason}");
        }

        var model = new VerifiedModel(Manifest(), path, File.ReadAllBytes(path));
        try
        {
            using var session = InferenceSession.Open(OrtLibrary.Load(), model, [], new OrtSessionOptions());
            Console.WriteLine("session: open");
        }
        catch (FaultException failure)
        {
            Console.WriteLine($"session: {failure.Fault.Code}");
        }

        return 0;
    }

    private static ModelManifest Manifest() => new()
    {
        Name = "watched",
        File = "watched.onnx",
        Sha256 = "",
        Size = 0,
        Licence = "",
        Precision = ModelPrecision.Fp32,
        Input = new ModelInput { Size = new PictureSize(64, 64), Color = ChannelOrder.Rgb, Resize = ResizeMode.Stretch },
        Decoder = new EndToEndOptions { Output = "" },
        Labels = "",
    };
}
