using System.Runtime.InteropServices;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Tensors: over memory of ours, and their types and shapes.</summary>
internal sealed unsafe partial class OrtTable
{
    private const int OrtDeviceAllocator = 0;
    private const int OrtMemTypeDefault = 0;

    public OrtMemoryInfoHandle CreateCpuMemoryInfo()
    {
        nint info;
        var call = (delegate* unmanaged[Cdecl]<int, int, nint*, nint>)Slot(OrtSlot.CreateCpuMemoryInfo);
        Check(call(OrtDeviceAllocator, OrtMemTypeDefault, &info), OrtSlot.CreateCpuMemoryInfo);
        return new OrtMemoryInfoHandle(this, info);
    }

    public OrtValueHandle CreateTensorWithDataAsOrtValue(
        OrtMemoryInfoHandle info, SafeHandle memory, int offset, int length, ReadOnlySpan<long> shape, TensorElementType type)
    {
        const OrtSlot slot = OrtSlot.CreateTensorWithDataAsOrtValue;
        nint value;
        var call = (delegate* unmanaged[Cdecl]<nint, nint, nint, long*, nint, int, nint*, nint>)Slot(slot);
        fixed (long* sizes = shape)
        {
            Check(
                call(info.DangerousGetHandle(), memory.DangerousGetHandle() + offset, length, sizes, shape.Length, (int)type, &value), slot);
        }

        GC.KeepAlive(info);
        return new OrtValueHandle(this, value, memory);
    }

    public void* GetTensorMutableData(nint value) => (void*)Get(OrtSlot.GetTensorMutableData, value);

    public OrtShapeInfoHandle GetTensorTypeAndShape(nint value) => new(this, Get(OrtSlot.GetTensorTypeAndShape, value));

    /// <summary>The part of a type that describes a tensor, owned by the type; 0 when it is no tensor.</summary>
    public nint CastTypeInfoToTensorInfo(OrtTypeInfoHandle type) => Get(OrtSlot.CastTypeInfoToTensorInfo, type);

    public TensorElementType GetTensorElementType(nint info)
    {
        int type;
        var call = (delegate* unmanaged[Cdecl]<nint, int*, nint>)Slot(OrtSlot.GetTensorElementType);
        Check(call(info, &type), OrtSlot.GetTensorElementType);
        return (TensorElementType)type;
    }

    public long[] GetDimensions(nint info)
    {
        var shape = new long[(int)Get(OrtSlot.GetDimensionsCount, info)];
        fixed (long* sizes = shape)
        {
            var call = (delegate* unmanaged[Cdecl]<nint, long*, nint, nint>)Slot(OrtSlot.GetDimensions);
            Check(call(info, sizes, shape.Length), OrtSlot.GetDimensions);
        }

        return shape;
    }

    /// <summary>The names of open dimensions; empty where a dimension is fixed or nameless.</summary>
    public string[] GetSymbolicDimensions(nint info, int rank)
    {
        // Not on the stack: a hostile model chooses the rank.
        var pointers = new nint[rank];
        fixed (nint* first = pointers)
        {
            var call = (delegate* unmanaged[Cdecl]<nint, nint*, nint, nint>)Slot(OrtSlot.GetSymbolicDimensions);
            Check(call(info, first, rank), OrtSlot.GetSymbolicDimensions);
        }

        var names = new string[rank];
        for (var axis = 0; axis < rank; axis++)
        {
            names[axis] = Marshal.PtrToStringUTF8(pointers[axis]) ?? "";
        }

        return names;
    }
}
