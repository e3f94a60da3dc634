using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EdgeVision.Native.Linux;

/// <summary>
/// Memory that two processes see: a file of the memory file system, readable by its owner alone, mapped whole. Keep a
/// reference as long as a span of it is in use: the span alone does not keep the mapping.
/// </summary>
public sealed unsafe class SharedMemory : IDisposable
{
    /// <summary>The memory file system's folder.</summary>
    public const string Folder = "/dev/shm";

    private readonly SafeMemoryMappedViewHandle _view;

    private SharedMemory(string path, SafeMemoryMappedViewHandle view, int length)
    {
        Path = path;
        Length = length;
        _view = view;
    }

    public string Path { get; }

    /// <summary>Bytes.</summary>
    public int Length { get; }

    /// <summary>All of it.</summary>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    public Span<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(_view.IsClosed, this);
            return new Span<byte>((void*)_view.DangerousGetHandle(), Length);
        }
    }

    /// <summary>What keeps the mapping.</summary>
    internal SafeHandle Handle => _view;

    /// <summary>Makes the file, zeroed, with all its pages reserved: a full file system shows here, not at the first write.</summary>
    /// <param name="path">A new file in <see cref="Folder"/>.</param>
    /// <param name="length">Bytes, above 0.</param>
    /// <exception cref="IOException">It exists, or there is no room.</exception>
    public static SharedMemory Create(string path, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException($"there is no {Folder} on Windows");
        }

        using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, BufferSize = 0,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        try
        {
            var error = Libc.posix_fallocate(file.SafeFileHandle, 0, length);
            return error == 0
                ? Map(file, length)
                : throw new IOException($"{path} cannot have {length} bytes: {Marshal.GetPInvokeErrorMessage(error)}");
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Maps a file that another process of this user made.</summary>
    /// <param name="path">Directly in <see cref="Folder"/>; a link is not followed.</param>
    /// <param name="length">Its exact size.</param>
    /// <exception cref="IOException">It is no plain file there, or of another size.</exception>
    public static SharedMemory Open(string path, int length)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        var opened = FileIdentity.OfHandle(file.SafeFileHandle);
        if (System.IO.Path.GetDirectoryName(path) != Folder || opened is not { IsPlainFile: true } || FileIdentity.OfPath(path) != opened)
        {
            throw new IOException($"{path} is no plain file of {Folder}");
        }

        return file.Length == length ? Map(file, length) : throw new IOException($"{path} has {file.Length} bytes, not {length}");
    }

    /// <summary>Takes the name away; the memory stays as long as someone has it mapped.</summary>
    public void Unlink() => File.Delete(Path);

    /// <summary>Ends the mapping, once no tensor over it is left.</summary>
    public void Dispose() => _view.Dispose();

    private static SharedMemory Map(FileStream file, int length)
    {
        using var map = MemoryMappedFile.CreateFromFile(
            file, mapName: null, length, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);

        // The view handle outlives map and accessor.
        var view = map.CreateViewAccessor(0, length, MemoryMappedFileAccess.ReadWrite);
        return new SharedMemory(file.Name, view.SafeMemoryMappedViewHandle, length);
    }
}
