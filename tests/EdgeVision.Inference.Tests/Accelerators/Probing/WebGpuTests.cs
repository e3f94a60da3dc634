using System.Diagnostics;
using System.Globalization;
using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Accelerators.Probing;

/// <summary>WebGPU on a software Vulkan driver gives what the processor gives.</summary>
public class WebGpuTests
{
    [SkippableFact]
    public void A_face_detector_gives_the_same_outputs()
    {
        var environment = SoftwareVulkan.Need();
        Skip.IfNot(Ort.Need().AvailableProviders.Contains(ProviderCatalogue.Find("WebGPU")!.OrtName), "needs an ONNX Runtime with WebGPU: run scripts/setup");
        var output = Run(environment, TestAssets.Need("models", "yunet-n-dynamic.onnx"), "WebGPU", "64x64");

        var words = output.Split(' ', StringSplitOptions.TrimEntries);
        var (worst, largest) = (float.Parse(words[5], CultureInfo.InvariantCulture), float.Parse(words[7], CultureInfo.InvariantCulture));
        Assert.Equal("12", words[1]);
        Assert.True(largest > 0.1f, output);

        // Sums in another order, in float throughout.
        Assert.True(worst <= 1e-4f * largest, output);
    }

    private static string Run(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var built = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!;
        var program = Repository.PathOf("tests", "ProviderTwin", "bin", built, "net10.0", "ProviderTwin.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var child = Process.Start(start)!;
        var errors = child.StandardError.ReadToEndAsync();
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        Assert.True(child.ExitCode == 0, $"exit code {child.ExitCode}: {output}{errors.Result}");
        return output;
    }
}
