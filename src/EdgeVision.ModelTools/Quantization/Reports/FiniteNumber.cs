using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeVision.ModelTools.Quantization.Reports;

/// <summary>Six digits, and null for what JSON has no number for: the noise of a layer without any is infinite.</summary>
internal sealed class FiniteNumber : JsonConverter<double>
{
    private const int Digits = 6;

    public override bool HandleNull => true;

    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(Math.Round(value, Digits));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
