using System.Globalization;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>How an accelerator's answer to the golden picture compares with the reference's.</summary>
/// <param name="Passed">Whether it may serve.</param>
/// <param name="Expected">Detections of the reference that count.</param>
/// <param name="Matched">Those that the accelerator has too: same class, overlap and score near enough.</param>
/// <param name="Extra">Detections of the accelerator that the reference does not have.</param>
/// <param name="LeastIou">Least overlap of the matched ones, 0..1; 1 when there are none.</param>
/// <param name="LargestScoreGap">Largest difference of their scores, 0..1.</param>
/// <param name="OutputError">
/// Largest root mean square difference of an output, in units of that output's own spread; decides when nothing is expected.
/// </param>
public sealed record GoldenVerdict(
    bool Passed, int Expected, int Matched, int Extra, float LeastIou, float LargestScoreGap, double OutputError)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Matched} of {Expected} golden detections matched, {Extra} extra, least IoU {LeastIou:0.000}, largest score gap {LargestScoreGap:0.000}, output error {OutputError:0.0000}");
}
