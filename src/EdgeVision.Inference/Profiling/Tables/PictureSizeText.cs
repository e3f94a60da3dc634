using System.Text.Json;
using System.Text.Json.Serialization;
using EdgeVision.Core.Frames;

namespace EdgeVision.Inference.Profiling.Tables;

/// <summary>A size as "WIDTHxHEIGHT".</summary>
internal sealed class PictureSizeText : JsonConverter<PictureSize>
{
    public override PictureSize Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && PictureSize.TryParse(reader.GetString(), out var size)
            ? size
            : throw new JsonException("a size is written as \"WIDTHxHEIGHT\"");

    public override void Write(Utf8JsonWriter writer, PictureSize value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
