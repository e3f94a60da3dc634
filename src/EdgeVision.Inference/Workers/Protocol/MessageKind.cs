namespace EdgeVision.Inference.Workers.Protocol;

/// <summary>What a message between parent and worker is; the numbers are those on the wire.</summary>
public enum MessageKind
{
    /// <summary>Worker → parent, first: its id and version.</summary>
    Hello = 1,

    /// <summary>Parent → worker: the model, the provider and the shared memory, as a <see cref="LoadOrder"/>.</summary>
    Load = 2,

    /// <summary>Worker → parent: the model is loaded, bound and has run once in every slot; a <see cref="LoadedReport"/>.</summary>
    Loaded = 3,

    /// <summary>Parent → worker: run what the slot's input holds.</summary>
    Run = 4,

    /// <summary>Worker → parent: the slot's outputs are written.</summary>
    Done = 5,

    /// <summary>Worker → parent: the load or the run failed, as a <see cref="FaultReport"/>.</summary>
    Fault = 6,

    /// <summary>Parent → worker, and the same back once the runs before it are done.</summary>
    Ping = 7,

    /// <summary>Parent → worker: end.</summary>
    Stop = 8,
}
