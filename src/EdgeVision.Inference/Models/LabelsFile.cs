using EdgeVision.Core.Detections;

namespace EdgeVision.Inference.Models;

/// <summary>Class names, one a line in the model's order. UTF-8, at most 64 KiB; empty lines at the end do not count.</summary>
internal static class LabelsFile
{
    private const int MaxBytes = 64 * 1024;

    /// <returns>The labels, or null with a complaint.</returns>
    public static LabelSet? Read(string path, out string complaint)
    {
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
            {
                complaint = $"{path} is larger than {MaxBytes / 1024} KiB: not a list of class names";
                return null;
            }

            return Parse(path, File.ReadAllText(path), out complaint);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            complaint = $"cannot read {path}: {exception.Message}";
            return null;
        }
    }

    private static LabelSet? Parse(string path, string text, out string complaint)
    {
        var names = text.TrimEnd().Split('\n').Select(line => line.Trim()).ToArray();
        var empty = Array.FindIndex(names, name => name.Length == 0);
        var twice = names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        complaint = empty >= 0 ? $"{path} line {empty + 1} is empty: every class needs a name"
            : twice is not null ? $"{path} names '{twice.Key}' twice: class names must differ"
            : "";
        return complaint.Length == 0 ? new LabelSet(names) : null;
    }
}
