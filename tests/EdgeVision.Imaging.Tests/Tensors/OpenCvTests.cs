using System.Diagnostics;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Imaging.Tests.Pictures;

namespace EdgeVision.Imaging.Tests.Tensors;

public class OpenCvTests
{
    private const string Python = "/usr/bin/python3";

    private const string Resize = """
        import sys, numpy, cv2
        width, height, to_width, to_height = map(int, sys.argv[1:])
        picture = numpy.frombuffer(sys.stdin.buffer.read(), numpy.uint8).reshape(height, width, 3)
        sys.stdout.buffer.write(cv2.resize(picture, (to_width, to_height), interpolation=cv2.INTER_LINEAR).tobytes())
        """;

    [SkippableTheory]
    [InlineData(768, 432, 416, 234)]
    [InlineData(100, 60, 233, 199)]
    public async Task ResizeIsInterLinear(int width, int height, int toWidth, int toHeight)
    {
        var picture = Picture.Noise(new FrameFormat(new PictureSize(width, height), PixelLayout.Rgb24), 7);
        var expected = await RunOpenCv(picture.Pixels, width, height, toWidth, toHeight);
        var format = new TensorFormat(new PictureSize(toWidth, toHeight)) { Element = TensorElement.UInt8, Layout = TensorLayout.Nhwc };
        var actual = new byte[format.Count];

        new TensorWriter(format).Write(picture.Frame, ImageTransform.Stretch(picture.Format.Size, Box.Full, format.Size), actual);

        Assert.Equal(expected.Length, actual.Length);
        // Both work with rounded weights; OpenCV also cuts off fractions between its two passes.
        var worst = expected.Zip(actual, static (theirs, ours) => Math.Abs(theirs - ours)).Max();
        Assert.InRange(worst, 0, 2);
        Assert.InRange(expected.Zip(actual, static (theirs, ours) => (double)ours - theirs).Average(), -0.05, 0.2);
    }

    private static async Task<byte[]> RunOpenCv(byte[] pixels, params int[] sizes)
    {
        Skip.IfNot(File.Exists(Python), "needs python3 with OpenCV");
        var start = new ProcessStartInfo(Python) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Resize);
        foreach (var size in sizes)
        {
            start.ArgumentList.Add($"{size}");
        }

        using var process = Process.Start(start)!;
        var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        var complaints = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(pixels);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read: the reason is on its standard error.
        }

        await reading;
        await process.WaitForExitAsync();
        var error = await complaints;
        Skip.If(error.Contains("ModuleNotFoundError", StringComparison.Ordinal), "needs python3-opencv");
        Assert.True(process.ExitCode == 0, error);
        return output.ToArray();
    }
}
