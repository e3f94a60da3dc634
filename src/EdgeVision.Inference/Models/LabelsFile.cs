using System.Text;
using EdgeVision.Core.Detections;

namespace EdgeVision.Inference.Models;

/// <summary>Class names, one a line in the model's order. UTF-8, at most 64 KiB; empty lines at the end do not count.</summary>
internal static class LabelsFile
{
    private const int MaxBytes = 64 * 1024;

    /// <param name="path">The file.</param>
    /// <param name="sha256">Its hash in lower-case hex; null for any.</param>
    /// <param name="bytes">What was read.</param>
    /// <param name="complaint">Why there are no labels.</param>
    /// <returns>The labels, or null with a complaint.</returns>
    public static LabelSet? Read(string path, string? sha256, out byte[] bytes, out string complaint)
    {
        bytes = [];
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
            {
                complaint = $"{path} is larger than {MaxBytes / 1024} KiB: not a list of class names";
                return null;
            }

            bytes = File.ReadAllBytes(path);
            if (sha256 is not null && ModelVerification.Hash(bytes) is var hash && hash != sha256)
            {
                complaint = $"{path} has SHA-256 {hash}, labels_sha256 says {sha256}; restore the file, or mend labels_sha256";
                return null;
            }

            return Parse(path, Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), out complaint);
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
