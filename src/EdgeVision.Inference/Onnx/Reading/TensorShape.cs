using EdgeVision.Inference.Onnx.Wire;

namespace EdgeVision.Inference.Onnx.Reading;

/// <summary>Counts a shape's elements without ever overflowing.</summary>
internal static class TensorShape
{
    /// <summary>
    /// The product so far times the next size. A size of zero counts as one, so that it cannot hide its neighbours.
    /// </summary>
    public static long Multiply(ref WireReader fields, long product, long size, int dimensions)
    {
        var limits = fields.Session.Limits;
        if (dimensions > limits.Dimensions)
        {
            throw fields.Refuse(OnnxRefusalReason.TooMany, $"a shape has more than {limits.Dimensions} dimensions");
        }

        if (size < 0)
        {
            throw fields.Refuse(OnnxRefusalReason.Shape, $"a dimension is {size}");
        }

        var factor = Math.Max(1, size);
        return product <= limits.Elements / factor
            ? product * factor
            : throw fields.Refuse(OnnxRefusalReason.TooLarge, $"a shape has more than {limits.Elements} elements");
    }
}
