namespace EdgeVision.Testing;

/// <summary>The detector that lies in the repository itself: a machine without assets still has it.</summary>
public static class ShippedModel
{
    public const string Name = "street-s-int8";

    public static bool IsHere { get; } = File.Exists(Path.Combine(Folder, "model.yaml")) && Directory.EnumerateFiles(Folder, "*.onnx").Any();

    /// <summary>Its folder; skips the running test when the checkout has no such model.</summary>
    public static string Need()
    {
        Xunit.Skip.IfNot(IsHere, $"needs models/{Name} in the repository");
        return Folder;
    }

    /// <summary>A detector that this machine has: the shipped one, else FastestDet of the assets folder; skips when there is neither.</summary>
    public static string NameOfAny()
    {
        if (IsHere)
        {
            return Name;
        }

        TestAssets.Need("models", "fastestdet-352.onnx");
        return "fastestdet";
    }

    private static string Folder => Repository.PathOf("models", Name);
}
