namespace EdgeVision.Service.Doctor;

/// <summary>What one check has found so far. Safe from any thread; once taken, later ones are no longer heard.</summary>
public sealed class FindingList
{
    private readonly Lock _gate = new();
    private readonly List<Finding> _found = [];
    private bool _isTaken;

    public void Ok(string subject, string found) => Add(new Finding(CheckState.Ok, subject, found));

    public void Warn(string subject, string found, string fix, params IReadOnlyList<string> details) =>
        Add(new Finding(CheckState.Warn, subject, found, fix) { Details = details });

    public void Fail(string subject, string found, string fix, params IReadOnlyList<string> details) =>
        Add(new Finding(CheckState.Fail, subject, found, fix) { Details = details });

    public void Add(Finding finding)
    {
        lock (_gate)
        {
            if (!_isTaken)
            {
                _found.Add(finding);
            }
        }
    }

    /// <summary>All so far. A check that was given up may still be at work; what it adds from now on is let go.</summary>
    public IReadOnlyList<Finding> Take()
    {
        lock (_gate)
        {
            _isTaken = true;
            return [.. _found];
        }
    }
}
