namespace EdgeVision.Testing;

/// <summary>How the file server answers one request.</summary>
public sealed record FileAnswer
{
    /// <summary>Bytes of the body after which the connection is closed.</summary>
    public int CutAfter { get; init; } = int.MaxValue;

    /// <summary>Sends the file from its start, whatever was asked.</summary>
    public bool IgnoreRange { get; init; }

    /// <summary>Bytes beyond the file.</summary>
    public int Surplus { get; init; }

    /// <summary>Leaves the length out, as servers do that make the body while they send it.</summary>
    public bool IsLengthUntold { get; init; }

    /// <summary>After <see cref="CutAfter"/> bytes sends nothing more and waits for the client to go away.</summary>
    public bool IsStuck { get; init; }

    /// <summary>Sends the client to another address of this server.</summary>
    public bool IsMoved { get; init; }

    /// <summary>Such as "404 Not Found", in place of the file.</summary>
    public string? Status { get; init; }
}
