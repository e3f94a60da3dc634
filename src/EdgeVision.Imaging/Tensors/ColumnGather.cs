using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EdgeVision.Imaging.Tensors;

/// <summary>
/// Resamples a row of bytes along an <see cref="AxisPlan"/>, eight outputs at a time: the bytes they need lie close
/// together, so one to four 16-byte loads and table look-ups (pshufb, tbl) bring each output's two neighbours side by
/// side. Rows too short or too strongly shrunk for that go sample by sample.
/// </summary>
internal sealed class ColumnGather
{
    private const int Lanes = 8;
    private const int MaxParts = 4;
    private const byte Nothing = 0xFF;

    private readonly int[] _start;
    private readonly Vector128<byte>[] _lower;
    private readonly Vector128<byte>[] _upper;
    private readonly Vector128<ushort>[] _weight;
    private AxisPlan? _axis;
    private int _groups;
    private int _parts;

    internal ColumnGather(int outputs)
    {
        var groups = (outputs + Lanes - 1) / Lanes;
        _start = new int[groups * MaxParts];
        _lower = new Vector128<byte>[groups * MaxParts];
        _upper = new Vector128<byte>[groups * MaxParts];
        _weight = new Vector128<ushort>[groups];
    }

    /// <summary>Samples the output row must have room for: whole groups.</summary>
    internal static int RoomFor(int outputs) => (outputs + Lanes - 1) / Lanes * Lanes;

    internal void Prepare(AxisPlan axis)
    {
        _axis = axis;
        _groups = (axis.Count + Lanes - 1) / Lanes;
        _parts = PartsFor(axis);
        for (var group = 0; group < _groups && _parts > 0; group++)
        {
            PrepareGroup(axis, group);
        }
    }

    /// <summary>Output = lower neighbour * (256 - weight) + upper neighbour * weight: 0..65280.</summary>
    /// <param name="row">One source row, as long as the plan's extent.</param>
    /// <param name="output">At least <see cref="RoomFor"/> the plan's count.</param>
    internal void Run(ReadOnlySpan<byte> row, Span<ushort> output)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(row.Length, _axis!.Extent);
        ArgumentOutOfRangeException.ThrowIfLessThan(output.Length, _groups * Lanes);
        switch (_parts)
        {
            case 0:
                RunSingly(_axis, row, output);
                break;
            case 1:
                RunWhole(ref MemoryMarshal.GetReference(row), ref MemoryMarshal.GetReference(output));
                break;
            default:
                RunInParts(ref MemoryMarshal.GetReference(row), ref MemoryMarshal.GetReference(output));
                break;
        }
    }

    private static void RunSingly(AxisPlan axis, ReadOnlySpan<byte> row, Span<ushort> output)
    {
        var index = axis.Index;
        var weight = axis.Weight;
        for (var i = 0; i < index.Length; i++)
        {
            output[i] = (ushort)((row[index[i]] * (AxisPlan.One - weight[i])) + (row[axis.Next(i)] * weight[i]));
        }
    }

    private void RunWhole(ref byte row, ref ushort output)
    {
        ref var start = ref MemoryMarshal.GetArrayDataReference(_start);
        ref var lowerMask = ref MemoryMarshal.GetArrayDataReference(_lower);
        ref var upperMask = ref MemoryMarshal.GetArrayDataReference(_upper);
        ref var weight = ref MemoryMarshal.GetArrayDataReference(_weight);
        for (var group = 0; group < _groups; group++)
        {
            var bytes = Vector128.LoadUnsafe(ref row, (nuint)Unsafe.Add(ref start, group));
            var lower = Vector128.ShuffleNative(bytes, Unsafe.Add(ref lowerMask, group)).AsUInt16();
            var upper = Vector128.ShuffleNative(bytes, Unsafe.Add(ref upperMask, group)).AsUInt16();
            Blend(lower, upper, Unsafe.Add(ref weight, group)).StoreUnsafe(ref output, (nuint)(group * Lanes));
        }
    }

    private void RunInParts(ref byte row, ref ushort output)
    {
        for (var group = 0; group < _groups; group++)
        {
            var lower = Vector128<byte>.Zero;
            var upper = Vector128<byte>.Zero;
            for (var part = group * _parts; part < (group + 1) * _parts; part++)
            {
                var bytes = Vector128.LoadUnsafe(ref row, (nuint)_start[part]);
                lower |= Vector128.ShuffleNative(bytes, _lower[part]);
                upper |= Vector128.ShuffleNative(bytes, _upper[part]);
            }

            Blend(lower.AsUInt16(), upper.AsUInt16(), _weight[group]).StoreUnsafe(ref output, (nuint)(group * Lanes));
        }
    }

    // Modulo 2^16 the negative differences come out right.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Blend(Vector128<ushort> lower, Vector128<ushort> upper, Vector128<ushort> weight) =>
        (lower << 8) + ((upper - lower) * weight);

    /// <summary>The fewest loads that reach every group's bytes; 0 when there is no such number.</summary>
    private static int PartsFor(AxisPlan axis)
    {
        if (axis.Extent < Vector128<byte>.Count)
        {
            return 0;
        }

        for (var parts = 1; parts <= MaxParts; parts *= 2)
        {
            if (Reaches(axis, Lanes / parts))
            {
                return parts;
            }
        }

        return 0;
    }

    private static bool Reaches(AxisPlan axis, int lanes)
    {
        for (var first = 0; first < axis.Count; first += lanes)
        {
            var last = Math.Min(first + lanes, axis.Count) - 1;
            if (axis.Next(last) - StartOf(axis, first) >= Vector128<byte>.Count)
            {
                return false;
            }
        }

        return true;
    }

    private static int StartOf(AxisPlan axis, int output) =>
        Math.Min(axis.Index[Math.Min(output, axis.Count - 1)], axis.Extent - Vector128<byte>.Count);

    private void PrepareGroup(AxisPlan axis, int group)
    {
        var lanes = Lanes / _parts;
        var weights = Vector128<ushort>.Zero;
        for (var part = 0; part < _parts; part++)
        {
            var first = (group * Lanes) + (part * lanes);
            var start = StartOf(axis, first);
            var lower = Vector128.Create(Nothing);
            var upper = Vector128.Create(Nothing);
            for (var lane = 0; lane < lanes; lane++)
            {
                var output = Math.Min(first + lane, axis.Count - 1);
                var at = (part * lanes) + lane;
                lower = lower.WithElement(2 * at, (byte)(axis.Index[output] - start));
                upper = upper.WithElement(2 * at, (byte)(axis.Next(output) - start));
                weights = weights.WithElement(at, axis.Weight[output]);
            }

            var slot = (group * _parts) + part;
            _start[slot] = start;
            _lower[slot] = lower;
            _upper[slot] = upper;
        }

        _weight[group] = weights;
    }
}
