using System.Text.Json.Serialization;

namespace EdgeVision.ModelTools.Quantization.Reports;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, Converters = [typeof(FiniteNumber)],
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(QuantizationReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
