namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Whether tensors fit what a model declares, checked before native code sees them.</summary>
internal static class BindingRules
{
    public static void Check(string role, IReadOnlyList<TensorInfo> declared, IReadOnlyList<NativeTensor?> given)
    {
        if (declared.Count != given.Count)
        {
            throw new ArgumentException($"the model has {declared.Count} {role}s and {given.Count} were bound");
        }

        for (var index = 0; index < declared.Count; index++)
        {
            var info = declared[index];
            if (info.ElementType == TensorElementType.Undefined)
            {
                throw new ArgumentException($"{role} {info.Name} is not a tensor (or of an unknown element type); it cannot be bound");
            }

            if (given[index] is { } tensor && !Fits(info, tensor))
            {
                throw new ArgumentException(
                    $"{role} {info} does not take a tensor of {tensor.ElementType}[{string.Join(',', tensor.Shape.ToArray())}]");
            }
        }
    }

    private static bool Fits(TensorInfo info, NativeTensor tensor)
    {
        if (info.ElementType != tensor.ElementType || info.Shape.Length != tensor.Shape.Length)
        {
            return false;
        }

        for (var axis = 0; axis < info.Shape.Length; axis++)
        {
            if (info.Shape[axis] >= 0 && info.Shape[axis] != tensor.Shape[axis])
            {
                return false;
            }
        }

        return true;
    }
}
