using EdgeVision.Core.Faults;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>What the board keeps of one candidate; guarded by the board's lock.</summary>
internal sealed class CandidateTrack(AcceleratorCandidate candidate, int order, bool isLast, CircuitBreaker breaker)
{
    public AcceleratorCandidate Candidate => candidate;

    /// <summary>Place in the list, 0 the most wanted.</summary>
    public int Order => order;

    /// <summary>Whether it is the one that always serves, and that the others are proved against.</summary>
    public bool IsLast => isLast;

    public CircuitBreaker Breaker => breaker;

    public AcceleratorLife Life { get; } = new();

    /// <summary>The open accelerator that serves or may serve; null when there is none.</summary>
    public AcceleratorInstance? Instance { get; set; }

    public Fault? Fault { get; set; }

    public GoldenVerdict? Verdict { get; set; }

    public long Faults { get; set; }

    public string Subject => $"accelerator {candidate.Name}";
}
