using System.Globalization;
using EdgeVision.ModelTools.Evaluation;

namespace EdgeVision.Service.Truth;

/// <summary>Precision and recall as they are printed: ".93", and "-" where there was nothing to divide by.</summary>
public static class AgreementWords
{
    /// <summary>"precision .93, recall .88".</summary>
    public static string Of(Agreement agreement) => $"precision {Precision(agreement)}, recall {Recall(agreement)}";

    public static string Precision(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return agreement.Candidates == 0 ? "-" : Number(agreement.Precision);
    }

    public static string Recall(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return agreement.References == 0 ? "-" : Number(agreement.Recall);
    }

    private static string Number(double value) => value.ToString(".00", CultureInfo.InvariantCulture);
}
