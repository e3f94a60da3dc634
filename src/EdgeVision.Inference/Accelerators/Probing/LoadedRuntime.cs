namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>The ONNX Runtime that providers would be opened in.</summary>
/// <param name="Version">Such as 1.30.0; empty when none was found.</param>
/// <param name="Path">The library's file; empty when none was found.</param>
/// <param name="Providers">Providers it was built with, by ONNX Runtime's own names.</param>
/// <param name="System">The runtime identifier of this process: linux-arm64.</param>
/// <param name="Error">Why there is none, and what to do; empty when there is one.</param>
public sealed record LoadedRuntime(string Version, string Path, IReadOnlyList<string> Providers, string System, string Error = "")
{
    public bool IsThere => Version.Length > 0;
}
