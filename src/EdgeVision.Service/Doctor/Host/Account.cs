using System.Globalization;
using EdgeVision.Inference.Accelerators.Hardware;

namespace EdgeVision.Service.Doctor.Host;

/// <summary>A user of the system with all its groups.</summary>
/// <param name="Name">As in /etc/passwd; the number when it is not there.</param>
/// <param name="User">User id.</param>
/// <param name="Groups">Group ids, the first group's among them.</param>
public sealed record Account(string Name, uint User, IReadOnlyCollection<uint> Groups)
{
    /// <summary>The user that the packaged service runs as.</summary>
    public const string OfService = "edgevision";

    /// <summary>Whom the devices must serve: this process's user, or the service's when root asks and there is one.</summary>
    public static Account Current(SystemTree root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var user = Numbers(root, "Uid:").ElementAtOrDefault(1);
        if (user == 0 && Named(root, OfService) is { } service)
        {
            return service;
        }

        var name = Entries(root, "etc/passwd").FirstOrDefault(entry => entry is [_, _, var id, ..] && Parse(id) == user)?[0];
        return new Account(name ?? user.ToString(CultureInfo.InvariantCulture), user, [.. Numbers(root, "Gid:").Skip(1).Take(1), .. Numbers(root, "Groups:")]);
    }

    /// <summary>A group's name; its number when it has none.</summary>
    public static string GroupName(SystemTree root, uint group)
    {
        ArgumentNullException.ThrowIfNull(root);
        return Entries(root, "etc/group").FirstOrDefault(entry => entry is [_, _, var id, ..] && Parse(id) == group)?[0] ?? group.ToString(CultureInfo.InvariantCulture);
    }

    private static Account? Named(SystemTree root, string name)
    {
        if (Entries(root, "etc/passwd").FirstOrDefault(entry => entry[0] == name) is not [_, _, var user, var group, ..] || Parse(user) is not { } id || Parse(group) is not { } first)
        {
            return null;
        }

        var more = Entries(root, "etc/group")
            .Where(entry => entry is [_, _, _, var members, ..] && members.Split(',').Contains(name))
            .Select(entry => Parse(entry[2])).OfType<uint>();
        return new Account(name, id, [first, .. more]);
    }

    /// <summary>What this process is, from /proc/self/status: real, effective, saved and file system id.</summary>
    private static IEnumerable<uint> Numbers(SystemTree root, string key) =>
        (root.Lines("proc/self/status").FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal)) ?? key)[key.Length..]
            .Split((char[])['\t', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Parse).OfType<uint>();

    private static IEnumerable<string[]> Entries(SystemTree root, string file) =>
        root.Lines(file).Select(line => line.Split(':')).Where(entry => entry.Length >= 3);

    private static uint? Parse(string number) =>
        uint.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
