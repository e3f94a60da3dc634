namespace EdgeVision.ModelTools.Evaluation;

/// <summary>What a detection counts as, at one IoU threshold and in one area range.</summary>
internal enum MatchOutcome : byte
{
    FalsePositive,
    TruePositive,
    Ignored,
}
