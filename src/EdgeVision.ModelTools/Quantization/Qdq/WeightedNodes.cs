using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>Puts integers in the place of the weights and biases of Conv, Gemm and MatMul.</summary>
internal sealed class WeightedNodes(WorkGraph graph, PairWriter pairs, WeightQuantizer quantizer)
{
    /// <param name="node">The node, as it was.</param>
    /// <param name="inputs">Its inputs to be, of which weights and bias are written.</param>
    /// <param name="inputScale">Of the activations that it reads.</param>
    public void ReadBytes(OnnxNode node, string[] inputs, float inputScale)
    {
        var weights = graph.Constant(node.Inputs[1])!;
        var bias = graph.Constant(node.Input(2));
        var axis = node.OpType == "Conv" || (node.OpType == "Gemm" && node.Integer("transB", 0) != 0) ? 0 : 1;
        var quantized = quantizer.Quantize(weights, axis, bias, inputScale)
            ?? throw new QuantizationRefusedException(
                $"{node.OpType} '{node.Name}'", "not all of its weights and biases are finite numbers; export the model again");
        inputs[1] = Weights(weights, axis, quantized);
        if (bias is not null)
        {
            inputs[2] = Bias(bias, quantized, inputScale);
        }
    }

    private string Weights(OnnxTensor weights, int axis, QuantizedWeights quantized)
    {
        var data = TensorValues.Raw(graph.NewName(weights.Name + "_quantized"), OnnxDataType.Int8, weights.Dimensions, quantized.Values);
        var zeroPoint = graph.NewName(weights.Name + "_zero_point");
        var perChannel = quantized.Scales.Length > 1;
        pairs.Add(perChannel
            ? TensorValues.Raw(zeroPoint, OnnxDataType.Int8, [quantized.Scales.Length], new byte[quantized.Scales.Length])
            : QdqTensors.Scalar(zeroPoint, OnnxDataType.Int8, new byte[1]));
        return pairs.Dequantize(weights.Name, data, [Scale(weights.Name, quantized.Scales), zeroPoint], perChannel ? axis : null);
    }

    private string Bias(OnnxTensor bias, QuantizedWeights quantized, float inputScale)
    {
        var scales = Array.ConvertAll(quantized.Scales, scale => scale * inputScale);
        var data = QdqTensors.Int32s(graph.NewName(bias.Name + "_quantized"), quantized.Bias!);
        var zeroPoint = graph.NewName(bias.Name + "_zero_point");
        pairs.Add(QdqTensors.Int32s(zeroPoint, new int[scales.Length], scalar: scales.Length == 1));
        return pairs.Dequantize(bias.Name, data, [Scale(bias.Name, scales), zeroPoint], scales.Length > 1 ? 0 : null);
    }

    private string Scale(string name, float[] scales)
    {
        var scale = graph.NewName(name + "_scale");
        pairs.Add(scales.Length > 1 ? QdqTensors.Scales(scale, scales) : QdqTensors.Scale(scale, scales[0]));
        return scale;
    }
}
