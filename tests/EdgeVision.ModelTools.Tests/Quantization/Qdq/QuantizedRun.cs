using System.Runtime.InteropServices;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Qdq;

namespace EdgeVision.ModelTools.Tests.Quantization.Qdq;

/// <summary>A written model that was run with all its 8-bit values shown, beside the float model that it comes from.</summary>
internal sealed class QuantizedRun
{
    private readonly Observation _seen;
    private readonly QdqOptions _options;
    private readonly QdqCoverage _coverage;
    private readonly Dictionary<string, Bits> _bits = [];

    public QuantizedRun(Observation seen, float[] input, QdqOptions options, bool optimized)
    {
        (_seen, _options) = (seen, options);
        Written = seen.Write(out _coverage, options);
        var type = options.Activations == ActivationType.U8 ? OnnxDataType.UInt8 : OnnxDataType.Int8;
        var names = seen.Values.Keys.Select(value => (value, bits: _coverage.Names.QuantizedValue(value)))
            .Where(static one => one.bits is not null).ToArray();
        var run = Execution.Run(Written, input, names.Select(one => (one.bits!, type)), optimized);
        foreach (var (value, bits) in names)
        {
            var (scale, zeroPoint) = Parameters(Written, bits!);
            var got = run[bits!];
            _bits[value] = new Bits(Array.ConvertAll(got.Numbers, static number => (int)number), got.Shape, scale, zeroPoint, type == OnnxDataType.Int8);
        }
    }

    public OnnxModel Written { get; }

    public Bits this[string value] => _bits[value];

    /// <summary>The greatest distance in steps between a node's result and the reference on the node's own inputs; names it.</summary>
    public IEnumerable<(string Node, int Distance)> Distances()
    {
        var reference = new IntegerReference(_options.PerChannel, _options.ReduceRange ? 64 : 127);
        var graph = _seen.Model.Graph;
        foreach (var node in graph.Nodes.Where(node => !_coverage.LeftFloat.ContainsKey(node.Name)))
        {
            if (node.OpType is "Relu" or "Clip" or "Flatten")
            {
                continue;
            }

            var result = _bits.ContainsKey(node.Outputs[0]) ? node.Outputs[0] : graph.Consumers(node.Outputs[0])[0].Outputs[0];
            var inputs = node.Inputs.Where(_bits.ContainsKey).Select(input => _bits[input]).ToArray();
            var weights = node.Inputs.Select(graph.Constant).OfType<OnnxTensor>()
                .Select(static constant => MemoryMarshal.Cast<byte, float>(constant.ToRaw().Span).ToArray()).ToArray();
            var expected = reference.Evaluate(node, inputs, weights, _bits[result]);
            yield return (node.Name, expected.Zip(_bits[result].Numbers, static (a, b) => Math.Abs(a - b)).Max());
        }
    }

    public static (float Scale, int ZeroPoint) Parameters(OnnxModel model, string bits)
    {
        var node = model.Graph.Nodes.First(node => (node.OpType == "DequantizeLinear" && node.Inputs[0] == bits)
            || (node.OpType == "QuantizeLinear" && node.Outputs[0] == bits));
        var zeroPoint = Constant(model, node.Inputs[2]);
        return (
            MemoryMarshal.Cast<byte, float>(Constant(model, node.Inputs[1]).ToRaw().Span)[0],
            zeroPoint.Type == OnnxDataType.Int8 ? (sbyte)zeroPoint.ToRaw().Span[0] : zeroPoint.ToRaw().Span[0]);
    }

    public static OnnxTensor Constant(OnnxModel model, string name) => model.Graph.Initializers.Single(constant => constant.Name == name);
}
