using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeVision.Inference.Profiling.Tables;

/// <summary>Numbers with six significant digits: no clock here tells more.</summary>
internal sealed class RoundedNumber : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    /// <exception cref="JsonException">JSON has no number for it.</exception>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (!double.IsFinite(value))
        {
            throw new JsonException($"{value} is no measurement");
        }

        writer.WriteNumberValue(double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }
}
