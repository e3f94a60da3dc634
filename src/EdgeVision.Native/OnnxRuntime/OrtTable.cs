using System.Runtime.InteropServices;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>
/// ONNX Runtime's function table under the library's own names. Each call checks its status.
/// This file has the calling shapes; the other parts name the functions.
/// </summary>
internal sealed unsafe partial class OrtTable(nint slots, string library, int version)
{
    /// <summary>Stops a call that the loaded library is too old for, before it reaches past the table's end.</summary>
    /// <param name="oldest">The oldest 1.N that has it.</param>
    /// <param name="slot">The function wanted.</param>
    /// <param name="ability">What that library lacks, in words that follow "has no".</param>
    /// <exception cref="OrtException">The library is older.</exception>
    public void Need(int oldest, OrtSlot slot, string ability)
    {
        if (version < oldest)
        {
            throw new OrtException(
                OrtErrorCode.NotImplemented, slot.ToString(),
                $"this ONNX Runtime ({library}) has no {ability}: 1.{oldest} or later is needed; run scripts/setup, or set "
                + $"{OrtLibrary.PathVariable} to a newer libonnxruntime.so.1");
        }
    }

    /// <summary>Calls a function that returns nothing and cannot fail: the Release family.</summary>
    public void Release(OrtSlot release, nint value) => ((delegate* unmanaged[Cdecl]<nint, void>)Slot(release))(value);

    private void* Slot(OrtSlot slot) => ((void**)slots)[(int)slot];

    private void Call(OrtSlot slot, OrtHandle target)
    {
        Check(((delegate* unmanaged[Cdecl]<nint, nint>)Slot(slot))(target.DangerousGetHandle()), slot);
        GC.KeepAlive(target);
    }

    private void Call(OrtSlot slot, OrtHandle target, int value)
    {
        Check(((delegate* unmanaged[Cdecl]<nint, int, nint>)Slot(slot))(target.DangerousGetHandle(), value), slot);
        GC.KeepAlive(target);
    }

    private nint Make(OrtSlot slot)
    {
        nint made;
        Check(((delegate* unmanaged[Cdecl]<nint*, nint>)Slot(slot))(&made), slot);
        return made;
    }

    private nint Get(OrtSlot slot, nint target)
    {
        nint got;
        Check(((delegate* unmanaged[Cdecl]<nint, nint*, nint>)Slot(slot))(target, &got), slot);
        return got;
    }

    private nint Get(OrtSlot slot, OrtHandle target)
    {
        var got = Get(slot, target.DangerousGetHandle());
        GC.KeepAlive(target);
        return got;
    }

    private nint Get(OrtSlot slot, OrtHandle target, int index)
    {
        nint got;
        Check(((delegate* unmanaged[Cdecl]<nint, nint, nint*, nint>)Slot(slot))(target.DangerousGetHandle(), index, &got), slot);
        GC.KeepAlive(target);
        return got;
    }

    /// <summary>Text that the library allocates and the caller frees.</summary>
    private string TakeText(OrtSlot slot, OrtHandle target)
    {
        var allocator = GetAllocatorWithDefaultOptions();
        nint text;
        Check(((delegate* unmanaged[Cdecl]<nint, nint, nint*, nint>)Slot(slot))(target.DangerousGetHandle(), allocator, &text), slot);
        GC.KeepAlive(target);
        return TakeText(allocator, text);
    }

    private string TakeText(nint allocator, nint text)
    {
        if (text == 0)
        {
            return "";
        }

        var copy = Marshal.PtrToStringUTF8(text) ?? "";
        AllocatorFree(allocator, text);
        return copy;
    }

    private void Check(nint status, OrtSlot slot)
    {
        if (status != 0)
        {
            throw Error(status, slot);
        }
    }

    private OrtException Error(nint status, OrtSlot slot)
    {
        var code = (OrtErrorCode)((delegate* unmanaged[Cdecl]<nint, int>)Slot(OrtSlot.GetErrorCode))(status);
        var text = ((delegate* unmanaged[Cdecl]<nint, nint>)Slot(OrtSlot.GetErrorMessage))(status);
        var error = new OrtException(code, slot.ToString(), Marshal.PtrToStringUTF8(text) ?? "no message");
        Release(OrtSlot.ReleaseStatus, status);
        return error;
    }
}
