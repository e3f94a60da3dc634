using System.Runtime.InteropServices;

namespace EdgeVision.Native.Linux;

/// <summary>Reads the end of a child's pipe that a <see cref="DescriptorWait"/> has found ready.</summary>
public static class ChildPipe
{
    /// <summary>Takes what is there; 0 at the end. Blocks when nothing is there: wait first.</summary>
    public static int Read(SafeHandle pipe, Span<byte> into) => (int)Math.Max(0, Libc.read(pipe, into, (nuint)into.Length));
}
