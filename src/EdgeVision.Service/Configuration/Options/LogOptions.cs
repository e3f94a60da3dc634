namespace EdgeVision.Service.Configuration.Options;

/// <summary>What the program tells about itself.</summary>
public sealed record LogOptions
{
    /// <summary>The least level that is written.</summary>
    public LogChoice Level { get; init; } = LogChoice.Info;
}
