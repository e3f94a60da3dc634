namespace EdgeVision.Core.Operating;

/// <summary>Where a table's figures come from.</summary>
/// <param name="Board">Name of the board or machine.</param>
/// <param name="Kernel">The system's release.</param>
/// <param name="Model">The manifest's name.</param>
/// <param name="Key">What the figures hold for.</param>
/// <param name="LibrarySha256">Hash of the runtime's library file; null when it could not be read.</param>
/// <param name="Providers">Hash of the library by name of the accelerator, where one has a library of its own.</param>
/// <param name="Measured">When.</param>
/// <param name="Regret">Null in a table of a single point.</param>
/// <param name="Peaks">The machine's roof; empty when it was not measured.</param>
public sealed record TableHead(
    string Board, string Kernel, string Model, TableKey Key, string? LibrarySha256, IReadOnlyDictionary<string, string> Providers,
    DateTimeOffset Measured, TableRegret? Regret, IReadOnlyList<MachinePeak> Peaks);
