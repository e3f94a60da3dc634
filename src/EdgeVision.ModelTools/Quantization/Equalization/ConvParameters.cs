using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Equalization;

/// <summary>A Conv's weights [out, in/group, …] and bias [out] as numbers that can be changed and written back.</summary>
internal sealed class ConvParameters
{
    private readonly OnnxTensor _weightTensor;
    private readonly float[] _weights;
    private readonly float[]? _bias;
    private readonly int _inPerGroup;
    private readonly int _perChannel;
    private readonly int _kernel;

    private ConvParameters(OnnxNode node, OnnxTensor weights, float[]? bias, int groups)
    {
        Node = node;
        Groups = groups;
        OutChannels = (int)weights.Dimensions[0];
        _weightTensor = weights;
        _weights = weights.AsFloats()!;
        _bias = bias;
        _inPerGroup = (int)weights.Dimensions[1];
        _perChannel = _weights.Length / OutChannels;
        _kernel = _perChannel / _inPerGroup;
    }

    public OnnxNode Node { get; }

    public int Groups { get; }

    public int OutChannels { get; }

    public int InChannels => _inPerGroup * Groups;

    /// <summary>Null unless the node is a Conv with constant float32 weights and bias that no other node reads.</summary>
    public static ConvParameters? Of(WorkGraph graph, OnnxNode node)
    {
        if (node is not { OpType: "Conv", Domain: "" or "ai.onnx" } || node.Inputs.Count < 2)
        {
            return null;
        }

        var bias = node.Inputs.Count > 2 && node.Inputs[2].Length > 0 ? node.Inputs[2] : null;
        var groups = node.Attributes.FirstOrDefault(static one => one.Name == "group")?.Integer ?? 1;
        return Own(graph, node.Inputs[1]) is { Elements: > 0 } weights && (bias is null || Own(graph, bias) is not null)
            ? new ConvParameters(node, weights, bias is null ? null : graph.Constant(bias)!.AsFloats()!, (int)groups)
            : null;
    }

    /// <summary>The greatest absolute weight that makes each output channel.</summary>
    public float[] OutRanges()
    {
        var ranges = new float[OutChannels];
        for (var channel = 0; channel < OutChannels; channel++)
        {
            ranges[channel] = Greatest(Out(channel));
        }

        return ranges;
    }

    /// <summary>The greatest absolute weight that reads each input channel.</summary>
    public float[] InRanges()
    {
        var ranges = new float[InChannels];
        for (var channel = 0; channel < OutChannels; channel++)
        {
            for (var local = 0; local < _inPerGroup; local++)
            {
                var input = Input(channel, local);
                ranges[input] = Math.Max(ranges[input], Greatest(Kernel(channel, local)));
            }
        }

        return ranges;
    }

    /// <summary>Multiplies all that makes an output channel, its bias too.</summary>
    public void ScaleOut(int channel, float by)
    {
        Scale(Out(channel), by);
        if (_bias is not null)
        {
            _bias[channel] *= by;
        }
    }

    /// <summary>Multiplies all that reads each input channel.</summary>
    public void ScaleIn(ReadOnlySpan<float> by)
    {
        for (var channel = 0; channel < OutChannels; channel++)
        {
            for (var local = 0; local < _inPerGroup; local++)
            {
                Scale(Kernel(channel, local), by[Input(channel, local)]);
            }
        }
    }

    public void Write(WorkGraph graph)
    {
        graph.SetConstant(TensorValues.Floats(_weightTensor.Name, _weightTensor.Dimensions, _weights));
        if (_bias is not null)
        {
            graph.SetConstant(TensorValues.Floats(Node.Inputs[2], [OutChannels], _bias));
        }
    }

    private static OnnxTensor? Own(WorkGraph graph, string name) =>
        graph.Constant(name) is { Type: OnnxDataType.Float32 } tensor && graph.Consumers(name).Count == 1 && !graph.IsOutput(name)
            ? tensor
            : null;

    private static float Greatest(ReadOnlySpan<float> values)
    {
        var greatest = 0f;
        foreach (var value in values)
        {
            greatest = Math.Max(greatest, Math.Abs(value));
        }

        return greatest;
    }

    private static void Scale(Span<float> values, float by)
    {
        foreach (ref var value in values)
        {
            value *= by;
        }
    }

    private Span<float> Out(int channel) => _weights.AsSpan(channel * _perChannel, _perChannel);

    private Span<float> Kernel(int channel, int local) => Out(channel).Slice(local * _kernel, _kernel);

    private int Input(int channel, int local) => (channel / (OutChannels / Groups) * _inPerGroup) + local;
}
