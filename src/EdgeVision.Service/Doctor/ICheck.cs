namespace EdgeVision.Service.Doctor;

/// <summary>Looks at one part of the device.</summary>
public interface ICheck
{
    /// <summary>What it is about, for the line that says that it took too long or broke.</summary>
    string Subject { get; }

    /// <summary>How long it may take; then it is given up, and what it found so far stays.</summary>
    TimeSpan Limit => TimeSpan.FromSeconds(5);

    /// <summary>Adds a line for each thing looked at. Changes nothing on the device and leaves nothing behind.</summary>
    /// <param name="findings">Takes them.</param>
    /// <param name="cancellation">Time is up, or a person pressed Ctrl-C.</param>
    Task RunAsync(FindingList findings, CancellationToken cancellation);
}
