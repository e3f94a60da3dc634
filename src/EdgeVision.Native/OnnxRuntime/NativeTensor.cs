using System.Runtime.InteropServices;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>
/// A tensor in native memory of ours: zeroed, 64-byte aligned, row-major, never moved. ONNX Runtime reads and writes it in
/// place. Keep a reference (or a using) as long as a span of it is in use: the span alone does not keep the memory.
/// </summary>
public sealed unsafe class NativeTensor : IDisposable
{
    private readonly AlignedMemory _memory;
    private readonly long[] _shape;

    private NativeTensor(OrtLibrary library, TensorElementType type, long[] shape, int byteLength)
    {
        _shape = shape;
        ElementType = type;
        ByteLength = byteLength;
        _memory = new AlignedMemory(byteLength);
        try
        {
            Value = library.Table.CreateTensorWithDataAsOrtValue(library.CpuMemory, _memory, byteLength, shape, type);
        }
        catch
        {
            _memory.Dispose();
            throw;
        }
    }

    public TensorElementType ElementType { get; }

    /// <summary>Dimensions, outermost first; empty for a scalar.</summary>
    public ReadOnlySpan<long> Shape => _shape;

    public int ByteLength { get; }

    /// <summary>All elements as bytes, in the machine's byte order.</summary>
    /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
    public Span<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(_memory.IsClosed, this);
            return new Span<byte>((void*)_memory.DangerousGetHandle(), ByteLength);
        }
    }

    internal OrtValueHandle Value { get; }

    /// <summary>Makes a zeroed tensor.</summary>
    /// <param name="library">The library whose sessions will use it.</param>
    /// <param name="type">A type with elements of fixed size.</param>
    /// <param name="shape">Dimensions, each 0 or more; at most 2 GiB in all.</param>
    /// <exception cref="ArgumentException">The type has no fixed size, or the shape is negative or too large.</exception>
    public static NativeTensor Allocate(OrtLibrary library, TensorElementType type, params ReadOnlySpan<long> shape)
    {
        ArgumentNullException.ThrowIfNull(library);
        return new NativeTensor(library, type, shape.ToArray(), SizeOf(type, shape));
    }

    /// <summary>The elements as floats.</summary>
    /// <exception cref="InvalidOperationException">The elements are not Float32.</exception>
    public Span<float> AsFloats() => As<float>();

    /// <summary>The elements under their .NET type.</summary>
    /// <exception cref="InvalidOperationException">The elements are of another type.</exception>
    public Span<T> As<T>()
        where T : unmanaged
    {
        if (!ElementType.Is<T>())
        {
            throw new InvalidOperationException($"the tensor holds {ElementType}, not {typeof(T).Name}");
        }

        return MemoryMarshal.Cast<byte, T>(Bytes);
    }

    /// <summary>Frees the memory, once no bound run uses it any more.</summary>
    public void Dispose()
    {
        Value.Dispose();
        _memory.Dispose();
    }

    private static int SizeOf(TensorElementType type, ReadOnlySpan<long> shape)
    {
        long bytes = type.ByteSize();
        if (bytes == 0)
        {
            throw new ArgumentException($"a tensor of {type} has no fixed element size and cannot be allocated", nameof(type));
        }

        foreach (var size in shape)
        {
            // Divided, not multiplied: a model's declared shape may overflow 64 bits.
            if (size < 0 || (size > 0 && bytes > int.MaxValue / size))
            {
                throw new ArgumentException(
                    $"shape [{string.Join(',', shape.ToArray())}] of {type} is open or larger than 2 GiB", nameof(shape));
            }

            bytes *= size;
        }

        return (int)bytes;
    }
}
