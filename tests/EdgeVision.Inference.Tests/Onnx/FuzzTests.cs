using System.Diagnostics;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Onnx;

/// <summary>Damaged models never crash the reader; it runs in a child, so that a stack overflow shows as one.</summary>
public sealed class FuzzTests : IDisposable
{
    private const int AllowedBeyond = 1 << 20;

    private static readonly string[] RealNames = ["yolox-nano-416", "fastestdet-352", "yunet-s-320", "yunet-n-dynamic", "ultraface-rfb-320"];

    private readonly TempFolder _folder = new();

    private static bool Long => Environment.GetEnvironmentVariable("EDGEVISION_LONG") == "1";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Damaged_hand_made_models_are_read_or_refused()
    {
        byte[][] models =
        [
            HandMade.Add(), HandMade.Model(HandMade.Nested(15)), HandMade.Add(HandMade.External("w.bin")),
            HandMade.Add(HandMade.Node("N", ["a"], ["x"], Wire.Message(5, Wire.Text(1, "k"), Wire.Bytes(8, [1, 2, 3]), Wire.Number(20, 7)))),
        ];
        var paths = models.Select((bytes, index) =>
        {
            File.WriteAllBytes(_folder[$"{index}.onnx"], bytes);
            return _folder[$"{index}.onnx"];
        });
        Fuzz(Long ? 2_000_000 : 15_000, 1, [.. paths]);
    }

    [SkippableFact]
    public void Damaged_real_models_are_read_or_refused() => Fuzz(
        Long ? 500_000 : 5_000, 2,
        [.. RealNames.Select(name => TestAssets.Need("models", $"{name}.onnx"))]);

    private static void Fuzz(int inputs, int seed, string[] models)
    {
        var built = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!;
        var program = Repository.PathOf("tests", "OnnxFuzz", "bin", built, "net10.0", "OnnxFuzz.dll");
        var start = new ProcessStartInfo("dotnet", [program, $"{inputs}", $"{seed}", .. models]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var child = Process.Start(start)!;
        var errors = child.StandardError.ReadToEndAsync();
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        Assert.True(child.ExitCode == 0, $"exit code {child.ExitCode}: {output}{errors.Result}");

        var words = output.Split(' ', '\n');
        Assert.NotEqual("0", words[1]);
        Assert.NotEqual("0", words[3]);
        Assert.InRange(long.Parse(words[5], System.Globalization.CultureInfo.InvariantCulture), long.MinValue, AllowedBeyond);
    }
}
