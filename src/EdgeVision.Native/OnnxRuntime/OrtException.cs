namespace EdgeVision.Native.OnnxRuntime;

/// <summary>A call into ONNX Runtime returned an error status.</summary>
public sealed class OrtException : Exception
{
    public OrtException(OrtErrorCode code, string function, string text)
        : base($"ONNX Runtime {function} failed with {code}: {text}")
    {
        Code = code;
        Function = function;
        Text = text;
    }

    public OrtErrorCode Code { get; }

    /// <summary>The C API function that failed.</summary>
    public string Function { get; }

    /// <summary>The library's own words.</summary>
    public string Text { get; }
}
