using System.Runtime.InteropServices;
using System.Text;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>C strings and the array of pointers to them, in one native block.</summary>
internal sealed unsafe class Utf8Array : SafeHandle
{
    public Utf8Array(params IReadOnlyCollection<string> texts)
        : base(invalidHandleValue: 0, ownsHandle: true)
    {
        Count = texts.Count;
        var size = texts.Count * sizeof(nint) + texts.Sum(static text => Encoding.UTF8.GetByteCount(text) + 1);
        var block = (byte*)NativeMemory.AllocZeroed((nuint)Math.Max(size, 1));
        SetHandle((nint)block);
        var end = block + size;
        var next = block + texts.Count * sizeof(nint);
        var index = 0;
        foreach (var text in texts)
        {
            Pointers[index++] = (nint)next;
            next += Encoding.UTF8.GetBytes(text, new Span<byte>(next, (int)(end - next))) + 1;
        }
    }

    public override bool IsInvalid => handle == 0;

    public int Count { get; }

    /// <summary>A <c>char**</c>; valid while this handle is held.</summary>
    public nint* Pointers => (nint*)handle;

    protected override bool ReleaseHandle()
    {
        NativeMemory.Free((void*)handle);
        return true;
    }
}
