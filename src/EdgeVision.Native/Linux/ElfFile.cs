using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace EdgeVision.Native.Linux;

/// <summary>
/// What a shared library's file says of itself (ELF, little-endian), read before the loader sees it: the loader maps a
/// file that was cut short, and the process then dies of a bus error.
/// </summary>
internal static class ElfFile
{
    private const int HeaderBytes = 64;
    private const int SegmentBytes = 56;
    private const byte Wide = 2;

    /// <summary>Why the loader must not be given this file; null when nothing speaks against it.</summary>
    public static string? Refusal(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var header = new byte[HeaderBytes];
            var read = file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false);
            if (read < HeaderBytes || !header.AsSpan().StartsWith("\u007fELF"u8))
            {
                return "is not a shared library (no ELF header)";
            }

            return OtherMachine(header) ?? (header[4] == Wide ? Shortage(file, header) : null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }

    private static string? OtherMachine(ReadOnlySpan<byte> header)
    {
        var machine = BinaryPrimitives.ReadUInt16LittleEndian(header[18..]);
        var built = machine switch { 3 => "x86", 40 => "arm", 62 => "x64", 183 => "arm64", 243 => "riscv64", _ => $"machine {machine}" };
        var here = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        return built == here ? null : $"is built for {built}; this process is {here}";
    }

    private static string? Shortage(FileStream file, ReadOnlySpan<byte> header)
    {
        var table = BinaryPrimitives.ReadUInt64LittleEndian(header[32..]);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(header[56..]);
        var needed = table + (ulong)count * SegmentBytes;
        if (needed <= (ulong)file.Length)
        {
            var segments = new byte[count * SegmentBytes];
            file.Position = (long)table;
            file.ReadExactly(segments);
            for (var at = 0; at < segments.Length; at += SegmentBytes)
            {
                var segment = segments.AsSpan(at);
                var end = BinaryPrimitives.ReadUInt64LittleEndian(segment[8..]) + BinaryPrimitives.ReadUInt64LittleEndian(segment[32..]);
                needed = Math.Max(needed, end);
            }
        }

        return needed > (ulong)file.Length ? $"is cut short: it has {file.Length} bytes and needs {needed}" : null;
    }
}
