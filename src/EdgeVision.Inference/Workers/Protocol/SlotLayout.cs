using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Workers.Protocol;

/// <summary>How inputs and float32 outputs of all slots are laid into one piece of memory, each on a cache line of its own.</summary>
public sealed class SlotLayout
{
    private const int Alignment = 64;

    private readonly List<SlotPlace> _places = [];

    /// <exception cref="ArgumentException">All slots together need 2 GiB or more.</exception>
    public SlotLayout(ModelInput input, IReadOnlyList<OutputNeed> outputs, int slots)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(outputs);
        InputType = input.Type == Imaging.Tensors.TensorElement.UInt8 ? TensorElementType.UInt8 : TensorElementType.Float32;
        var inputBytes = Size(input.Shape(), InputType == TensorElementType.UInt8 ? 1 : sizeof(float));
        var end = 0L;
        for (var slot = 0; slot < slots; slot++)
        {
            var at = Place(ref end, inputBytes);
            _places.Add(new SlotPlace(at, [.. outputs.Select(output => Place(ref end, Size(output.Shape, sizeof(float))))]));
        }

        Bytes = (int)end;
    }

    public TensorElementType InputType { get; }

    /// <summary>Size of the whole.</summary>
    public int Bytes { get; }

    public IReadOnlyList<SlotPlace> Places => _places;

    private static int Place(ref long end, long bytes)
    {
        var at = end;
        end += (bytes + Alignment - 1) / Alignment * Alignment;
        return end <= int.MaxValue ? (int)at : throw new ArgumentException("inputs and outputs of all slots need 2 GiB or more");
    }

    private static long Size(IReadOnlyList<long> shape, long bytes)
    {
        foreach (var size in shape)
        {
            bytes = size >= 0 && (size == 0 || bytes <= int.MaxValue / size)
                ? bytes * size : throw new ArgumentException($"a tensor of [{string.Join(',', shape)}] is open or needs 2 GiB or more");
        }

        return bytes;
    }
}
