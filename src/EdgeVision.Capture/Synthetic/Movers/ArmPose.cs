namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>What somebody does with the arms.</summary>
internal enum ArmPose
{
    Swing,
    Pockets,
    Folded,
    OnHips,
    Parcel,
}
