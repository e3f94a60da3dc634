using EdgeVision.Capture.Processes;

namespace EdgeVision.Capture.Ffmpeg;

/// <summary>One source in ffmpeg's words.</summary>
internal sealed record FfmpegInput
{
    /// <summary>For people, without secrets.</summary>
    public required string Description { get; init; }

    /// <summary>Options and the input itself, as ffmpeg and ffprobe both take them. No secrets.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Options before these that only ffmpeg knows.</summary>
    public IReadOnlyList<string> DecodeOptions { get; init; } = [];

    /// <summary>Text for standard input; may hold secrets.</summary>
    public string InputText { get; init; } = "";

    public Secrets Secrets { get; init; } = new();

    /// <summary>A camera, which has no end of its own, rather than a recording.</summary>
    public bool IsLive { get; init; }

    /// <summary>Read again from the start at its end.</summary>
    public bool Loops { get; init; }

    /// <summary>The recording waits for whoever takes the frames.</summary>
    public bool Waits { get; init; }

    /// <summary>What is known of the last connection may be used again for the next.</summary>
    public bool MayReuseProbe { get; init; }
}
