namespace EdgeVision.Native.TurboJpeg;

/// <summary>A call into libturbojpeg failed: the JPEG is damaged or no JPEG, or a size is out of bounds.</summary>
public sealed class TurboJpegException(string function, string text) : Exception($"libturbojpeg {function}: {text}")
{
    /// <summary>The function that failed.</summary>
    public string Function { get; } = function;

    /// <summary>The library's own words.</summary>
    public string Text { get; } = text;
}
