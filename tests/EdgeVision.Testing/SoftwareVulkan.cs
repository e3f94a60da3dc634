namespace EdgeVision.Testing;

/// <summary>The software Vulkan driver that comes with Debian's chromium, for child processes that use WebGPU.</summary>
public static class SoftwareVulkan
{
    private const string Driver = "/usr/lib/chromium/vk_swiftshader_icd.json";

    /// <summary>What a child's environment needs; skips the running test where the driver is not installed.</summary>
    public static IReadOnlyDictionary<string, string> Need()
    {
        Xunit.Skip.IfNot(File.Exists(Driver), $"needs {Driver}: apt install chromium");
        return new Dictionary<string, string> { ["VK_ICD_FILENAMES"] = Driver, ["XDG_RUNTIME_DIR"] = Path.GetTempPath() };
    }
}
