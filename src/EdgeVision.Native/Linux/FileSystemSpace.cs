using System.Runtime.InteropServices;

namespace EdgeVision.Native.Linux;

/// <summary>The room of the file system that a path lies on.</summary>
/// <param name="TotalBytes">Its size.</param>
/// <param name="FreeBytes">What an ordinary user may still write.</param>
/// <param name="TotalFiles">Inodes; 0 where they have no fixed number.</param>
/// <param name="FreeFiles">Inodes left.</param>
/// <param name="IsReadOnly">Mounted without writing.</param>
public readonly partial record struct FileSystemSpace(ulong TotalBytes, ulong FreeBytes, ulong TotalFiles, ulong FreeFiles, bool IsReadOnly)
{
    // struct statvfs of 64-bit Linux has 112 bytes.
    private const int StatvfsBytes = 256;
    private const ulong ReadOnlyFlag = 1;

    /// <summary>Null when the path is not there, or on a 32-bit system, whose structure is another.</summary>
    public static FileSystemSpace? OfPath(string path)
    {
        Span<ulong> fields = stackalloc ulong[StatvfsBytes / sizeof(ulong)];
        fields.Clear();
        if (nint.Size != sizeof(ulong) || statvfs(path, MemoryMarshal.AsBytes(fields)) != 0)
        {
            return null;
        }

        // f_bsize, f_frsize, f_blocks, f_bfree, f_bavail, f_files, f_ffree, f_favail, f_fsid, f_flag
        var unit = fields[1];
        return new FileSystemSpace(unit * fields[2], unit * fields[4], fields[5], fields[7], (fields[9] & ReadOnlyFlag) != 0);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int statvfs(string path, Span<byte> answer);
}
