namespace EdgeVision.Inference.Tests.Fakes;

/// <summary>How the file server answers one request.</summary>
internal sealed record FileAnswer
{
    /// <summary>Bytes of the body after which the connection is closed.</summary>
    public int CutAfter { get; init; } = int.MaxValue;

    /// <summary>Sends the file from its start, whatever was asked.</summary>
    public bool IgnoreRange { get; init; }

    /// <summary>Bytes beyond the file.</summary>
    public int Surplus { get; init; }

    /// <summary>Such as "404 Not Found", in place of the file.</summary>
    public string? Status { get; init; }
}
