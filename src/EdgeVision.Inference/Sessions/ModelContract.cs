using EdgeVision.Core.Faults;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Sessions;

/// <summary>
/// Whether a model's inputs and outputs are what its manifest says. Every difference is told, not the first only. An output
/// may lack the batch of 1.
/// </summary>
public static class ModelContract
{
    /// <summary>Null when they are; dimensions that the model leaves open fit any size.</summary>
    public static Fault? Check(
        ModelManifest manifest, IReadOnlyList<TensorInfo> inputs, IReadOnlyList<TensorInfo> outputs, IReadOnlyList<OutputNeed> needs) =>
        Check(manifest.Name, manifest.Path, manifest.Input, inputs, outputs, needs);

    /// <inheritdoc cref="Check(ModelManifest, IReadOnlyList{TensorInfo}, IReadOnlyList{TensorInfo}, IReadOnlyList{OutputNeed})"/>
    public static Fault? Check(
        string model, string manifest, ModelInput input, IReadOnlyList<TensorInfo> inputs, IReadOnlyList<TensorInfo> outputs,
        IReadOnlyList<OutputNeed> needs)
    {
        var wrongInputs = InputDifferences(input, inputs).ToList();
        var wrongOutputs = needs.Select(need => Difference(need, outputs)).OfType<string>().ToList();
        if (wrongInputs.Count + wrongOutputs.Count == 0)
        {
            return null;
        }

        // Which layout it is depends on the input's size, so a guess needs that to be right.
        var guess = wrongInputs.Count == 0 ? DecoderChoice.Suggest(input.Size, outputs) : null;
        return new Fault(
            FaultCode.ModelMismatch, $"model {model}", string.Join("; ", wrongInputs.Concat(wrongOutputs)),
            $"mend input, decoder or labels in {(manifest.Length > 0 ? manifest : "its manifest")}, or use the model it was written for"
            + (guess is null ? "" : $"; its outputs look like {guess}"));
    }

    /// <summary>The output that a need means: by its name, else the only one that has its shape; null when there is none.</summary>
    public static TensorInfo? Find(OutputNeed need, IReadOnlyList<TensorInfo> outputs)
    {
        if (need.Name.Length > 0)
        {
            return outputs.FirstOrDefault(one => one.Name == need.Name);
        }

        var fitting = outputs.Where(one => IsRight(need, one)).Take(2).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    /// <summary>The input that the manifest means: by its name, else the only one; null when there is none.</summary>
    public static TensorInfo? Find(ModelInput input, IReadOnlyList<TensorInfo> inputs) =>
        input.Name.Length > 0 ? inputs.FirstOrDefault(one => one.Name == input.Name) : inputs.Count == 1 ? inputs[0] : null;

    /// <summary>A need's shape as the model has it: without the batch of 1 where it declares none.</summary>
    public static long[] ShapeFor(OutputNeed need, TensorInfo declared) =>
        [.. declared.Shape.Length == need.Shape.Count - 1 && need.Shape[0] == 1 ? need.Shape.Skip(1) : need.Shape];

    private static IEnumerable<string> InputDifferences(ModelInput input, IReadOnlyList<TensorInfo> inputs)
    {
        var type = input.Type == TensorElement.UInt8 ? TensorElementType.UInt8 : TensorElementType.Float32;
        var info = Find(input, inputs);
        var name = input.Name.Length > 0 ? input.Name : info?.Name ?? "a picture";
        var wanted = $"{name} {type}[{string.Join(',', input.Shape())}]";
        if (info is null)
        {
            yield return input.Name.Length > 0
                ? $"it has no input '{input.Name}' but {Names(inputs)}"
                : $"it has {inputs.Count} inputs, and the manifest names none: {Names(inputs)}";
        }
        else if (info.ElementType != type || !Fits(info.Shape, input.Shape()))
        {
            yield return $"its input is {info}, the manifest says {wanted}";
        }

        foreach (var other in inputs.Where(one => info is not null && one.Name != info.Name))
        {
            yield return $"it has a further input {other}, and a detector has one picture to give";
        }
    }

    private static string? Difference(OutputNeed need, IReadOnlyList<TensorInfo> outputs)
    {
        var info = Find(need, outputs);
        if (info is null)
        {
            return need.Name.Length > 0
                ? $"it has no output '{need.Name}' but {Names(outputs)}"
                : $"it has no output, or several, that can be {need}; it has {Names(outputs)}";
        }

        return IsRight(need, info)
            ? null
            : $"its output is {info}, the manifest's decoder needs {need}";
    }

    private static bool IsRight(OutputNeed need, TensorInfo info) =>
        info.ElementType == TensorElementType.Float32 && Fits(info.Shape, ShapeFor(need, info));

    private static bool Fits(long[] declared, long[] wanted) =>
        declared.Length == wanted.Length && declared.Zip(wanted).All(pair => pair.First < 0 || pair.First == pair.Second);

    private static string Names(IReadOnlyList<TensorInfo> tensors) => string.Join(", ", tensors);
}
