namespace EdgeVision.ModelTools.Evaluation;

/// <summary>How far one set of detections says the same as another, which is taken as the truth.</summary>
/// <param name="Matched">Pairs of one candidate and one reference.</param>
/// <param name="Candidates">Detections judged.</param>
/// <param name="References">Detections they are judged by.</param>
public sealed record Agreement(int Matched, int Candidates, int References)
{
    /// <summary>Share of the candidates that have a partner, 0..1; 1 without candidates, since nothing wrong was said.</summary>
    public double Precision => Candidates == 0 ? 1 : (double)Matched / Candidates;

    /// <summary>Share of the references that have a partner, 0..1; 1 without references, since nothing was missed.</summary>
    public double Recall => References == 0 ? 1 : (double)Matched / References;

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Candidates + References == 0 ? 1 : 2.0 * Matched / (Candidates + References);

    /// <summary>Both together.</summary>
    public static Agreement operator +(Agreement a, Agreement b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new(a.Matched + b.Matched, a.Candidates + b.Candidates, a.References + b.References);
    }

    public static Agreement Add(Agreement left, Agreement right) => left + right;
}
