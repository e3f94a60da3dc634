namespace EdgeVision.Native.OnnxRuntime;

/// <summary>How ONNX Runtime is loaded. One process has one environment per library, made at the first load.</summary>
public sealed record OrtLibraryOptions
{
    /// <summary>The library file or its folder; null takes the environment variable EDGEVISION_ORT, else the search order.</summary>
    public string? Path { get; init; }

    /// <summary>
    /// The least severe message kept in <see cref="OrtLibrary.Log"/>, for everything outside a session.
    /// A session's own messages go by <see cref="OrtSessionOptions.LogSeverity"/>.
    /// </summary>
    public OrtSeverity LogSeverity { get; init; } = OrtSeverity.Warning;
}
