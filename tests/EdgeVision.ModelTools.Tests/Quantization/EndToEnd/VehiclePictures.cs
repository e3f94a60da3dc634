using EdgeVision.Imaging.Jpeg;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.Native;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Quantization.EndToEnd;

/// <summary>The first pictures of vehicles that models are trained on.</summary>
internal static class VehiclePictures
{
    public static CalibrationSet Need(int count)
    {
        var folder = TestAssets.Need("datasets", "vehicles", "train");
        try
        {
            using var codec = new JpegCodec();
            var pictures = Directory.GetFiles(folder, "*.jpg").Order(StringComparer.Ordinal).Take(count)
                .Select(path => codec.Decode(File.ReadAllBytes(path))).Select(static picture => new CalibrationFrame(picture.Format, picture.Rgb)).ToList();
            return new CalibrationSet("vehicles", pictures.Count, index => pictures[index]);
        }
        catch (NativeLibraryException missing)
        {
            Skip.If(true, missing.Message);
            throw;
        }
    }
}
