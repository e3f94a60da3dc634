namespace EdgeVision.Core.Faults;

/// <summary>Kinds of trouble a device can have; the names are stable and appear in published faults.</summary>
public enum FaultCode
{
    SourceUnreachable,
    SourceRefused,
    SourceUnreadable,
    SourceEnded,
    SourceStalled,
    SourceCrashed,
    ProgramMissing,
    ModelUnreadable,
    ModelMismatch,
    ModelMissing,
    ModelUntrusted,
    LibraryMissing,
    InferenceFailed,
    OutputInvalid,
    BrokerUnreachable,
    BrokerRefused,
    Internal,
}
