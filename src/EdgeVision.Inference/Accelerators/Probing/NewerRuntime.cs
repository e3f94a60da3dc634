using System.Text.RegularExpressions;

namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>Finds out of the words around a plug-in library that it wants a newer ONNX Runtime, and which.</summary>
internal static partial class NewerRuntime
{
    /// <summary>The version it wants, such as 1.31; null when these words are about something else.</summary>
    public static string? WantedIn(string words) =>
        AskedTable().Match(words) is { Success: true } table ? $"1.{table.Groups[1].Value}"
        : LinkedVersion().Match(words) is { Success: true } version ? version.Groups[1].Value
        : null;

    /// <summary>ONNX Runtime's own line when it is asked for a function table of a later release; the table's number is the N of 1.N.</summary>
    [GeneratedRegex(@"requested API version \[(\d+)\] is not available", RegexOptions.IgnoreCase)]
    private static partial Regex AskedTable();

    /// <summary>The loader's words when the library was linked with a later release.</summary>
    [GeneratedRegex(@"version [`'""]?VERS_(\d+\.\d+)[.\d]*[`'""]? not found")]
    private static partial Regex LinkedVersion();
}
