namespace EdgeVision.ModelTools.Quantization.Reports;

/// <summary>The machine that was measured on.</summary>
/// <param name="Processor">As the processor names itself.</param>
/// <param name="Architecture">x64, arm64.</param>
/// <param name="Int8DotProduct">Whether it multiplies 8 bits into 32 in one instruction (VNNI, SDOT).</param>
/// <param name="OnnxRuntime">Version.</param>
/// <param name="Threads">Of the measured runs.</param>
public sealed record ReportMachine(string Processor, string Architecture, bool Int8DotProduct, string OnnxRuntime, int Threads);
