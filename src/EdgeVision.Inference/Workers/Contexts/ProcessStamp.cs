namespace EdgeVision.Inference.Workers.Contexts;

/// <summary>
/// A process by its id and the time it began, as ID+TICKS: in a container that starts anew an id comes again soon, and a worker must not
/// take what a dead one left for its own.
/// </summary>
internal static class ProcessStamp
{
    // Field 22 of proc(5)'s stat, counted from behind the program's name, which may hold blanks and brackets.
    private const int StartField = 19;

    /// <summary>This process.</summary>
    public static string Own { get; } = $"{Environment.ProcessId}+{StartOf($"{Environment.ProcessId}")}";

    /// <summary>Whether the process that a path ends with is still there.</summary>
    public static bool IsAlive(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name[(name.LastIndexOf('-') + 1)..].Split('+') is [var id, var start] && start.Length > 0 && StartOf(id) == start;
    }

    private static string StartOf(string id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > StartField } fields ? fields[StartField] : "";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
