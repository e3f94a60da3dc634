using System.Runtime.InteropServices;

namespace EdgeVision.Native.Linux;

/// <summary>Whose a file is and who may use it.</summary>
/// <param name="User">User id of its owner.</param>
/// <param name="Group">Group id.</param>
/// <param name="Mode">The nine bits of read, write and execute for owner, group and others.</param>
public readonly record struct FileOwnership(uint User, uint Group, UnixFileMode Mode)
{
    // struct statx is the same on every architecture, struct stat is not.
    private const int StatxBytes = 256;
    private const int WorkingFolder = -100;
    private const uint ModeUserGroup = 0x2 | 0x8 | 0x10;
    private const int PermissionBits = 0x1ff;

    /// <summary>Of the file that a path leads to, links followed; null when there is none, or no access to its folder.</summary>
    public static FileOwnership? OfPath(string path)
    {
        Span<byte> answer = stackalloc byte[StatxBytes];
        return Libc.statx(WorkingFolder, path, 0, ModeUserGroup, answer) == 0
            ? new FileOwnership(
                MemoryMarshal.Read<uint>(answer[20..]),
                MemoryMarshal.Read<uint>(answer[24..]),
                (UnixFileMode)(MemoryMarshal.Read<ushort>(answer[28..]) & PermissionBits))
            : null;
    }

    /// <summary>Whether a user may read and write it; root always may.</summary>
    /// <param name="user">User id.</param>
    /// <param name="groups">All groups of the user.</param>
    public bool MayReadAndWrite(uint user, IReadOnlyCollection<uint> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var (read, write) = user == User ? (UnixFileMode.UserRead, UnixFileMode.UserWrite)
            : groups.Contains(Group) ? (UnixFileMode.GroupRead, UnixFileMode.GroupWrite)
            : (UnixFileMode.OtherRead, UnixFileMode.OtherWrite);
        return user == 0 || Mode.HasFlag(read | write);
    }
}
