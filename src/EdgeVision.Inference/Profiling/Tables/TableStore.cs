using EdgeVision.Core.Operating;

namespace EdgeVision.Inference.Profiling.Tables;

/// <summary>Where operating tables lie: those measured on this device, then those that came with the program.</summary>
/// <param name="local">Folder of the device's own.</param>
/// <param name="shipped">Folder of those that came along; null for none.</param>
public sealed class TableStore(string local, string? shipped = null)
{
    private const string FolderName = "profiles";
    private const int LongestName = 48;

    /// <summary>The device's own under its state folder.</summary>
    /// <param name="stateFolder">Where the device keeps what it learns.</param>
    /// <param name="shipped">Folder of those that came along; null for none.</param>
    public static TableStore In(string stateFolder, string? shipped = null) => new(Path.Combine(stateFolder, FolderName), shipped);

    /// <summary>The first table whose key is the one wanted; a damaged one, or one of something else, is told and not used.</summary>
    /// <param name="board">Name of the board.</param>
    /// <param name="model">The manifest's name.</param>
    /// <param name="key">What was measured must be this.</param>
    public FoundTable Find(string board, string model, TableKey key)
    {
        var refusals = new List<string>();
        var own = OwnPath(board, model);
        foreach (var path in shipped is null ? [own] : new[] { own, PathOf(shipped, board, model) })
        {
            if (Read(path, key, refusals) is { } table)
            {
                return new FoundTable(table, path, refusals);
            }
        }

        return new FoundTable(null, own, refusals);
    }

    /// <summary>Where the device's own table belongs.</summary>
    public string OwnPath(string board, string model) => PathOf(local, board, model);

    /// <summary>Where a folder has a table.</summary>
    public static string PathOf(string folder, string board, string model) => Path.Combine(folder, $"{Slug(board)}-{model}.json");

    private static OperatingTable? Read(string path, TableKey key, List<string> refusals)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var table = TableFile.Read(path);
            if (table.Head.Key.DifferenceFrom(key) is not { } difference)
            {
                return table;
            }

            refusals.Add($"{path} is not used: it was measured with {difference}");
        }
        catch (Exception unusable) when (unusable is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            refusals.Add($"{path} is not used: {unusable.Message}");
        }

        return null;
    }

    /// <summary>A board's name as a part of a file's.</summary>
    private static string Slug(string board)
    {
        var letters = board.Select(static letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-').ToArray();
        var words = new string(letters).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join('-', words);
        return name.Length == 0 ? "board" : name.Length > LongestName ? name[..LongestName].TrimEnd('-') : name;
    }
}
