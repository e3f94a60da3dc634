using System.Globalization;
using EdgeVision.ModelTools.Evaluation;

namespace EdgeVision.Service.Truth;

/// <summary>A comparison with the truth as people read it.</summary>
public static class TruthWords
{
    /// <summary>"precision .93 recall .88"; empty before the first frame.</summary>
    public static string SoFar(TruthReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Frames == 0 ? "" : $"precision {AgreementWords.Precision(reading.Overall)} recall {AgreementWords.Recall(reading.Overall)}";
    }

    /// <summary>A line for each label that was there or was found, then one for all.</summary>
    public static IEnumerable<string> Lines(TruthReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        foreach (var (label, agreement) in reading.PerLabel.Where(pair => pair.Agreement.References + pair.Agreement.Candidates > 0))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{label,-10} {AgreementWords.Of(agreement)} ({agreement.References:N0} objects, {agreement.Candidates:N0} found)");
        }

        var left = reading.NotCompared == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {reading.NotCompared:N0} more frames were not compared");
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{AgreementWords.Of(reading.Overall)} against the exact truth ({reading.Overall.References:N0} objects in {reading.Frames:N0} frames, IoU {LabelAgreement.Iou:.00}, score ≥ {reading.Score:.00}){left}");
    }
}
