using System.Runtime.InteropServices;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Zeroed native memory on a 64-byte boundary: a cache line, and the widest vector register.</summary>
internal sealed unsafe class AlignedMemory : SafeHandle
{
    public const int Alignment = 64;

    public AlignedMemory(int length)
        : base(invalidHandleValue: 0, ownsHandle: true)
    {
        var size = (nuint)Math.Max(length, Alignment);
        var start = NativeMemory.AlignedAlloc(size, Alignment);
        NativeMemory.Clear(start, size);
        SetHandle((nint)start);
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree((void*)handle);
        return true;
    }
}
