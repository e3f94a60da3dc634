using System.Runtime.InteropServices;
using EdgeVision.Native.Linux;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>
/// A tensor in native memory of ours (zeroed) or in shared memory: 64-byte aligned, row-major, never moved. ONNX Runtime
/// reads and writes it in place. Keep a reference (or a using) as long as a span of it is in use: the span alone does not
/// keep the memory.
/// </summary>
public sealed unsafe class NativeTensor : IDisposable
{
    private readonly SafeHandle _memory;
    private readonly int _offset;
    private readonly bool _ownsMemory;
    private readonly long[] _shape;
    private readonly OrtValueHandle? _value;
    private bool _disposed;

    private NativeTensor(
        OrtLibrary? library, TensorElementType type, long[] shape, int byteLength, SafeHandle memory, int offset, bool ownsMemory)
    {
        _shape = shape;
        _memory = memory;
        _offset = offset;
        _ownsMemory = ownsMemory;
        ElementType = type;
        ByteLength = byteLength;
        try
        {
            _value = library?.Table.CreateTensorWithDataAsOrtValue(library.CpuMemory, memory, offset, byteLength, shape, type);
        }
        catch
        {
            FreeOwned();
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
            ObjectDisposedException.ThrowIf(_disposed || _memory.IsClosed, this);
            return new Span<byte>((byte*)_memory.DangerousGetHandle() + _offset, ByteLength);
        }
    }

    internal OrtValueHandle Value =>
        _value ?? throw new InvalidOperationException("the tensor was made without a library and cannot be bound: give Over one");

    /// <summary>Makes a zeroed tensor.</summary>
    /// <param name="library">The library whose sessions will use it.</param>
    /// <param name="type">A type with elements of fixed size.</param>
    /// <param name="shape">Dimensions, each 0 or more; at most 2 GiB in all.</param>
    /// <exception cref="ArgumentException">The type has no fixed size, or the shape is negative or too large.</exception>
    public static NativeTensor Allocate(OrtLibrary library, TensorElementType type, params ReadOnlySpan<long> shape)
    {
        ArgumentNullException.ThrowIfNull(library);
        var bytes = SizeOf(type, shape);
        return new NativeTensor(library, type, shape.ToArray(), bytes, new AlignedMemory(bytes), offset: 0, ownsMemory: true);
    }

    /// <summary>Lays a tensor over shared memory, whose bytes it leaves as they are and which stays the caller's to dispose.</summary>
    /// <param name="library">The library whose sessions will use it; null where it is only written and read.</param>
    /// <param name="memory">Shared memory.</param>
    /// <param name="offset">Where it begins, a multiple of 64 bytes.</param>
    /// <param name="type">A type with elements of fixed size.</param>
    /// <param name="shape">Dimensions, each 0 or more.</param>
    /// <exception cref="ArgumentException">It does not lie within the memory, is not aligned, or the type or shape is unusable.</exception>
    public static NativeTensor Over(
        OrtLibrary? library, SharedMemory memory, int offset, TensorElementType type, params ReadOnlySpan<long> shape)
    {
        ArgumentNullException.ThrowIfNull(memory);
        var bytes = SizeOf(type, shape);
        if (offset < 0 || offset % AlignedMemory.Alignment != 0 || bytes > memory.Length - offset)
        {
            throw new ArgumentException($"{bytes} bytes at {offset} do not lie, aligned to {AlignedMemory.Alignment}, within {memory.Length}", nameof(offset));
        }

        return new NativeTensor(library, type, shape.ToArray(), bytes, memory.Handle, offset, ownsMemory: false);
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

    /// <summary>Frees its own memory, once no bound run uses it any more.</summary>
    public void Dispose()
    {
        _disposed = true;
        _value?.Dispose();
        FreeOwned();
    }

    private void FreeOwned()
    {
        if (_ownsMemory)
        {
            _memory.Dispose();
        }
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
