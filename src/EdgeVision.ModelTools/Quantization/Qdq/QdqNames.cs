namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>
/// Names in a written model. A value X keeps its name where its node makes it, as float; X_quantized are its 8 bits and
/// X_dequantized, X_dequantized_1, … the float values that its readers read, one for each reader, since ONNX Runtime fuses a
/// DequantizeLinear only with its one reader. An output X of the model is the dequantized one, so there X_float is what the
/// node makes. X_scale and X_zero_point belong to X and to the values that share its 8 bits. QuantizeLinear and
/// DequantizeLinear nodes are named as the value they make, with _node behind it.
/// </summary>
public sealed class QdqNames
{
    private readonly Dictionary<string, string> _before = [];
    private readonly Dictionary<string, string> _after = [];
    private readonly Dictionary<string, string> _bytes = [];

    /// <summary>The float value as its node makes it, before it is rounded to 8 bits.</summary>
    /// <param name="value">A value of the prepared model.</param>
    public string FloatValueBefore(string value) => _before.GetValueOrDefault(value, value);

    /// <summary>The float value that a reader reads: after the rounding to 8 bits where the value is quantized, else itself.</summary>
    /// <param name="value">A value of the prepared model.</param>
    public string FloatValueAfter(string value) => _after.GetValueOrDefault(value, value);

    /// <summary>The 8 bits of a value; null when it is not quantized.</summary>
    /// <param name="value">A value of the prepared model.</param>
    public string? QuantizedValue(string value) => _bytes.GetValueOrDefault(value);

    internal void Rename(string value, string before) => _before[value] = before;

    internal void Quantize(string value, string bytes) => _bytes[value] = bytes;

    /// <summary>The first of several stays.</summary>
    internal void Dequantize(string value, string after) => _after.TryAdd(value, after);
}
