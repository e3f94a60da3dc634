using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EdgeVision.Native.Linux;

/// <summary>What makes a file itself: its place on the disk, its kind, and how many names it has.</summary>
/// <param name="Device">The file system's number, major and minor.</param>
/// <param name="Inode">Its number there.</param>
/// <param name="IsPlainFile">A regular file; a link, folder, pipe or device is none.</param>
/// <param name="Names">Hard links to it.</param>
public readonly record struct FileIdentity(ulong Device, ulong Inode, bool IsPlainFile, uint Names)
{
    // struct statx is the same on every architecture, struct stat is not.
    private const int StatxBytes = 256;
    private const int WorkingFolder = -100;
    private const int NoFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const uint TypeNamesInode = 0x1 | 0x4 | 0x100;
    private const int KindMask = 0xf000;
    private const int RegularFile = 0x8000;

    /// <summary>Of the path itself: a symbolic link at its end is not followed. Null when there is nothing, or no access.</summary>
    public static FileIdentity? OfPath(string path)
    {
        Span<byte> answer = stackalloc byte[StatxBytes];
        return Libc.statx(WorkingFolder, path, NoFollow, TypeNamesInode, answer) == 0 ? Parse(answer) : null;
    }

    /// <summary>Of an open file.</summary>
    public static FileIdentity? OfHandle(SafeFileHandle file)
    {
        Span<byte> answer = stackalloc byte[StatxBytes];
        return Libc.statx(file, "", EmptyPath, TypeNamesInode, answer) == 0 ? Parse(answer) : null;
    }

    private static FileIdentity Parse(ReadOnlySpan<byte> answer) => new(
        ((ulong)MemoryMarshal.Read<uint>(answer[136..]) << 32) | MemoryMarshal.Read<uint>(answer[140..]),
        MemoryMarshal.Read<ulong>(answer[32..]),
        (BinaryPrimitives.ReadUInt16LittleEndian(answer[28..]) & KindMask) == RegularFile,
        MemoryMarshal.Read<uint>(answer[16..]));
}
