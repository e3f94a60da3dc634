using System.Text.Json;

namespace EdgeVision.Messaging.Payloads;

/// <summary>Words of ours as words on the wire.</summary>
internal static class SnakeCase
{
    /// <summary>SourceUnreachable becomes source_unreachable.</summary>
    internal static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    internal static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
