namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>What a driver or provider library printed before it ended.</summary>
public static class LastWords
{
    /// <summary>The line that tells most: that it wants a newer ONNX Runtime, else the last one; empty when there is none.</summary>
    /// <param name="printed">Its output's last lines.</param>
    public static string Of(string printed)
    {
        ArgumentNullException.ThrowIfNull(printed);
        var lines = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.LastOrDefault(line => NewerRuntime.WantedIn(line) is not null) ?? lines.LastOrDefault() ?? "";
    }
}
