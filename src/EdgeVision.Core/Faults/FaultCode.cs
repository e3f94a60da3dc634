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

    /// <summary>The accelerator, its provider or that one's library is not on this machine.</summary>
    AcceleratorMissing,

    /// <summary>It is there, and cannot run this model.</summary>
    AcceleratorUnusable,

    /// <summary>It did not answer before the deadline.</summary>
    AcceleratorTimedOut,

    /// <summary>It, or the worker process that drives it, went away in the midst of work.</summary>
    AcceleratorLost,
    BrokerUnreachable,
    BrokerRefused,
    Internal,
}
