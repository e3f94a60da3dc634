using System.Text.Json.Serialization;
using EdgeVision.Core.Operating;

namespace EdgeVision.Inference.Profiling.Tables;

/// <summary>How operating tables are written; docs/formats/operating-table.md has the keys.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, UseStringEnumConverter = true, IgnoreReadOnlyProperties = true,
    RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true, Converters = [typeof(PictureSizeText), typeof(RoundedNumber)])]
[JsonSerializable(typeof(OperatingTable))]
internal sealed partial class TableJsonContext : JsonSerializerContext;
