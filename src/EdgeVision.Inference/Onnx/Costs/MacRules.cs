namespace EdgeVision.Inference.Onnx.Costs;

/// <summary>
/// Multiply-accumulates by operator, from the operators' definitions: a convolution makes each output from C/group · kh · kw
/// products, a matrix product from K. Adding a bias, activations and pooling are not multiply-accumulates.
/// </summary>
internal static class MacRules
{
    // Reads and writes, and nothing that is counted as a multiply-accumulate in the papers that give figures.
    private static readonly HashSet<string> Without = new(StringComparer.Ordinal)
    {
        "Abs", "Add", "And", "ArgMax", "ArgMin", "AveragePool", "BatchNormalization", "Cast", "Ceil", "Clip", "Concat", "Constant", "ConstantOfShape",
        "DepthToSpace", "DequantizeLinear", "Div", "DynamicQuantizeLinear", "Elu", "Equal", "Erf", "Exp", "Expand", "Flatten", "Floor", "Gather",
        "GatherElements", "GatherND", "Gelu", "GlobalAveragePool", "GlobalMaxPool", "Greater", "GreaterOrEqual", "HardSigmoid", "HardSwish",
        "Identity", "InstanceNormalization", "LayerNormalization", "LeakyRelu", "Less", "LessOrEqual", "Log", "LogSoftmax", "Max", "MaxPool", "Min",
        "Mod", "Mul", "Neg", "NonMaxSuppression", "NonZero", "Not", "Or", "Pad", "PRelu", "Pow", "QLinearAdd", "QLinearAveragePool", "QLinearConcat",
        "QLinearGlobalAveragePool", "QLinearLeakyRelu", "QLinearMul", "QLinearSigmoid", "QLinearSoftmax", "QuantizeLinear", "QuickGelu", "Range",
        "Reciprocal", "ReduceMax", "ReduceMean", "ReduceMin", "ReduceSum", "Relu", "Reshape", "Resize", "Round", "ScatterND", "Shape", "Sigmoid",
        "Slice", "Softmax", "Softplus", "SpaceToDepth", "Split", "Sqrt", "Squeeze", "Sub", "Sum", "Tanh", "Tile", "TopK", "Transpose", "Unsqueeze",
        "Upsample", "Where", "Xor", "NhwcMaxPool",
    };

    private static readonly HashSet<string> Views = new(StringComparer.Ordinal) { "Flatten", "Identity", "Reshape", "Shape", "Squeeze", "Unsqueeze" };

    /// <summary>Whether the operator only gives a tensor another shape, and moves nothing.</summary>
    public static bool IsView(string operation) => Views.Contains(operation);

    /// <summary>Null where it is not known: the operator is none of these, or a shape is open.</summary>
    public static long? Count(OnnxNode node, TensorFacts facts) => node.OpType switch
    {
        "Conv" or "FusedConv" or "NhwcFusedConv" or "ConvInteger" => Convolution(node, facts, weight: 1),
        "QLinearConv" => Convolution(node, facts, weight: 3),
        "ConvTranspose" => Transposed(facts.Shape(node.Inputs[0]), facts.Shape(node.Inputs[1])),
        "Gemm" or "FusedGemm" or "QGemm" or "MatMul" or "MatMulInteger" or "QLinearMatMul" or "FusedMatMul" or "FusedMatMulActivation"
            or "DynamicQuantizeMatMul" or "MatMulIntegerToFloat" => Product(node, facts),
        _ => Without.Contains(node.OpType) ? 0 : null,
    };

    /// <summary>The weights are [M, C/group, k…]: each output takes one of M's.</summary>
    private static long? Convolution(OnnxNode node, TensorFacts facts, int weight) =>
        facts.Shape(node.Inputs[weight]) is [_, .. var each] && facts.Shape(node.Outputs[0]) is { } output
            ? checked(TensorFacts.Elements(output) * TensorFacts.Elements(each))
            : null;

    /// <summary>The weights are [C, M/group, k…]: each input goes into one of C's.</summary>
    private static long? Transposed(long[]? input, long[]? weights) =>
        input is not null && weights is [_, .. var each] ? checked(TensorFacts.Elements(input) * TensorFacts.Elements(each)) : null;

    /// <summary>Each output takes K products; K is the last dimension of the left matrix, the last but one where it is transposed.</summary>
    private static long? Product(OnnxNode node, TensorFacts facts)
    {
        var isTransposed = node.Attributes.FirstOrDefault(static attribute => attribute.Name == "transA")?.Integer is > 0;
        return facts.Shape(node.Inputs[0]) is { Length: > 0 } left && facts.Shape(node.Outputs[0]) is { } output
            ? checked(TensorFacts.Elements(output) * left[isTransposed && left.Length > 1 ? ^2 : ^1])
            : null;
    }
}
