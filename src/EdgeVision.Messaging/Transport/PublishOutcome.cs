namespace EdgeVision.Messaging.Transport;

/// <summary>What became of a message at the library.</summary>
public enum PublishOutcome
{
    /// <summary>The library has it; a Published or Closed event says the rest.</summary>
    Handed,

    /// <summary>The connection is gone, and the library does not have it; a Closed event follows.</summary>
    NoConnection,

    /// <summary>Larger than the broker takes.</summary>
    TooLarge,

    /// <summary>The topic or a property is not valid.</summary>
    Invalid,
}
