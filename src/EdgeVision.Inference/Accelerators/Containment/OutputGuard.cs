using System.Globalization;
using EdgeVision.Core.Faults;
using EdgeVision.Inference.Decoding;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>
/// Whether outputs can be a model's answer at all: as many elements as the decoder reads, all of them finite, confidences within
/// 0..1, and no box in more than half of all places. It looks only at what the decoder reads. Allocates nothing while all is
/// well; one thread at a time.
/// </summary>
/// <param name="decoder">For this guard alone, since a decoder has scratch room.</param>
/// <param name="minScore">What counts as a box, above 0.</param>
public sealed class OutputGuard(IDecoder decoder, float minScore)
{
    private const int FewBoxes = 100;
    private const int MostExcuses = 10;

    private readonly int[] _lengths = [.. decoder.Outputs.Select(need => (int)need.Shape.Aggregate(1L, (product, size) => product * size))];
    private readonly OutputRange[] _ranges = [.. decoder.Ranges];
    private readonly OutputBounds[] _bounds =
        [.. decoder.Outputs.Select((need, output) => new OutputBounds(
            (int)need.Shape.Aggregate(1L, (product, size) => product * size), [.. decoder.Ranges.Where(range => range.Output == output)]))];

    private readonly CandidateList _boxes = new(decoder.MaxCandidates);
    private readonly int _mostBoxes = decoder.IsSuppressed ? decoder.MaxCandidates : Math.Max(FewBoxes, decoder.MaxCandidates / 2);

    private readonly int[] _excuses = new int[decoder.Outputs.Count];
    private int _boxExcuses;

    /// <summary>Elements of each output.</summary>
    public IReadOnlyList<int> Lengths => _lengths;

    /// <summary>Null when nothing speaks against them.</summary>
    public OutputFlaw? Check(ITensorOutputs outputs) => CheckForm(outputs) ?? CheckValues(outputs);

    /// <summary>Null when each output has the element type and as many elements as the decoder reads.</summary>
    public OutputFlaw? CheckForm(ITensorOutputs outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        for (var output = 0; output < _lengths.Length; output++)
        {
            if (FormOf(outputs, output) is { } flaw)
            {
                return flaw;
            }
        }

        return null;
    }

    /// <summary>Copies outputs whose form is right. Null when nothing speaks against the values that were copied.</summary>
    internal OutputFlaw? Take(ITensorOutputs outputs, OutputCopy copy)
    {
        var good = true;
        for (var output = 0; output < _lengths.Length; output++)
        {
            var from = outputs.Floats(output);
            var to = copy.Room(output);
            if (_bounds[output].IsKnown)
            {
                good &= _bounds[output].Take(from, to);
            }
            else
            {
                from.CopyTo(to);
                good = false;
            }
        }

        // In one pass it is quick to see that all is well; what is wrong, and whether it is excused, is looked for again.
        return good ? CountBoxes(copy) : CheckValues(copy);
    }

    /// <summary>Null when nothing speaks against the values of outputs whose form is right.</summary>
    public OutputFlaw? CheckValues(ITensorOutputs outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        for (var output = 0; output < _lengths.Length; output++)
        {
            var values = outputs.Floats(output);
            var at = IsExcused(output) ? -1 : FloatScan.FirstNotFinite(values);
            if (at >= 0)
            {
                return new OutputFlaw(output, NameOf(output), at, values[at], "it is not a finite number");
            }
        }

        foreach (var range in _ranges)
        {
            if (!IsExcused(range.Output) && RangeOf(outputs.Floats(range.Output), range) is { } flaw)
            {
                return flaw;
            }
        }

        return CountBoxes(outputs);
    }

    /// <summary>A flaw as the fault of whoever gave the outputs.</summary>
    /// <param name="flaw">What is wrong.</param>
    /// <param name="subject">Who gave them, such as "accelerator npu".</param>
    public static Fault FaultOf(OutputFlaw flaw, string subject) => new(
        FaultCode.OutputInvalid, subject,
        flaw.Index < 0
            ? $"output {flaw.Name}: {flaw.Why}"
            : string.Create(CultureInfo.InvariantCulture, $"output {flaw.Name} at index {flaw.Index} is {flaw.Value}: {flaw.Why}"),
        "if it repeats, take another precision, or another version of the provider or its driver");

    /// <summary>
    /// Notes that the reference gave the same flaw: it is the model's own. After ten times that check is off, since every frame
    /// would be run twice.
    /// </summary>
    public void Excuse(OutputFlaw flaw)
    {
        ArgumentNullException.ThrowIfNull(flaw);
        _ = flaw.Index < 0 ? _boxExcuses++ : _excuses[flaw.Output]++;
    }

    private bool IsExcused(int output) => _excuses[output] >= MostExcuses;

    private OutputFlaw? FormOf(ITensorOutputs outputs, int output)
    {
        try
        {
            var length = outputs.Floats(output).Length;
            return length == _lengths[output]
                ? null
                : new OutputFlaw(output, NameOf(output), -1, length, $"it has {length} elements, {_lengths[output]} are expected");
        }
        catch (InvalidOperationException otherType)
        {
            return new OutputFlaw(output, NameOf(output), -1, 0, otherType.Message);
        }
    }

    private OutputFlaw? CountBoxes(ITensorOutputs outputs)
    {
        _boxes.Clear();
        decoder.Decode(outputs, minScore, _boxes);
        return _boxes.Count <= _mostBoxes || _boxExcuses >= MostExcuses
            ? null
            : new OutputFlaw(
                0, NameOf(0), -1, _boxes.Count, $"{_boxes.Count} of {decoder.MaxCandidates} places hold a box, and more than {_mostBoxes} cannot be");
    }

    private OutputFlaw? RangeOf(ReadOnlySpan<float> values, OutputRange range)
    {
        var step = range.Step > 0 ? range.Step : values.Length;
        for (var first = range.First; first < values.Length; first += step)
        {
            var at = FloatScan.FirstOutside(values.Slice(first, range.Count), range.Least, range.Most);
            if (at >= 0)
            {
                return new OutputFlaw(
                    range.Output, NameOf(range.Output), first + at, values[first + at],
                    string.Create(CultureInfo.InvariantCulture, $"it should be within {range.Least}..{range.Most}"));
            }
        }

        return null;
    }

    private string NameOf(int output) => decoder.Outputs[output].Name is { Length: > 0 } name ? name : $"number {output + 1}";
}
