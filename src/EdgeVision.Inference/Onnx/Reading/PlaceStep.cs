namespace EdgeVision.Inference.Onnx.Reading;

/// <summary>One step on the way to the part being read.</summary>
/// <param name="Kind">"node", "initializer".</param>
/// <param name="Index">Which one, from 0; -1 for the only one.</param>
/// <param name="Part">The part as far as it was read, for its name.</param>
internal readonly record struct PlaceStep(string Kind, int Index, OnnxMessage Part)
{
    private const int ShownCharacters = 80;

    public override string ToString()
    {
        var number = Index < 0 ? Kind : $"{Kind} {Index}";
        return Part switch
        {
            OnnxNode node => $"{number} {Shown(node.OpType)}{Quoted(node.Name)}",
            OnnxTensor tensor => number + Quoted(tensor.Name),
            OnnxValueInfo value => number + Quoted(value.Name),
            OnnxAttribute attribute => number + Quoted(attribute.Name),
            _ => number,
        };
    }

    /// <summary>A stranger's name, fit for one line of a log.</summary>
    public static string Shown(string name)
    {
        var shown = name.Length > ShownCharacters ? string.Concat(name.AsSpan(0, ShownCharacters), "…") : name;
        return string.Create(shown.Length, shown, static (to, from) =>
        {
            for (var index = 0; index < to.Length; index++)
            {
                to[index] = char.IsControl(from[index]) ? '?' : from[index];
            }
        });
    }

    private static string Quoted(string name) => name.Length == 0 ? "" : $" '{Shown(name)}'";
}
