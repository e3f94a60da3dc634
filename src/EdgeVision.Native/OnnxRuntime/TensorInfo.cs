namespace EdgeVision.Native.OnnxRuntime;

/// <summary>What a model declares about one input or output.</summary>
/// <param name="Name">The graph's name for it.</param>
/// <param name="ElementType"><see cref="TensorElementType.Undefined"/> when it is not a tensor.</param>
/// <param name="Shape">Dimensions, outermost first; -1 where the model leaves one open. Empty for a scalar.</param>
/// <param name="DimensionNames">Per dimension the model's name for an open one ("batch"), else an empty string.</param>
public sealed record TensorInfo(string Name, TensorElementType ElementType, long[] Shape, string[] DimensionNames)
{
    /// <summary>True when every dimension is known, so that a buffer can be made ahead of the run.</summary>
    public bool IsStatic => ElementType != TensorElementType.Undefined && Array.TrueForAll(Shape, static size => size >= 0);

    public override string ToString() =>
        $"{Name} {ElementType}[{string.Join(',', Shape.Select((size, axis) => size >= 0 ? $"{size}" : Open(axis)))}]";

    private string Open(int axis) => DimensionNames[axis].Length > 0 ? DimensionNames[axis] : "?";
}
