using System.Text.RegularExpressions;

namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>ONNX Runtime's messages without the place in its sources, on one line.</summary>
internal static partial class LibraryWords
{
    public static string Plain(string message)
    {
        var line = Blanks().Replace(message, " ").Trim();
        foreach (var mark in (string[])["[ONNXRuntimeError] : ", " was false. "])
        {
            line = line.LastIndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? line[(at + mark.Length)..] : line;
        }

        return ErrorNumber().Replace(line, "");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\d+ : [A-Z_]+ : ")]
    private static partial Regex ErrorNumber();
}
