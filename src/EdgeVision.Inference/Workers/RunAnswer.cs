namespace EdgeVision.Inference.Workers;

/// <summary>How a worker's answer fits the runs it was given.</summary>
internal enum RunAnswer
{
    /// <summary>It is that of the run in turn.</summary>
    Expected,

    /// <summary>That run is over; the answer is counted and passed over.</summary>
    Late,

    /// <summary>No such run was ever begun, it is not its turn, or its slot is another one: the worker has lost its wits.</summary>
    Unknown,
}
