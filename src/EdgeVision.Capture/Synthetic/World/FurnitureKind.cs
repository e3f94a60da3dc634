namespace EdgeVision.Capture.Synthetic.World;

internal enum FurnitureKind
{
    WheeledBin,
    PostBox,
    Bollard,
    Bench,
    Sign,
    Bush,
    PottedTree,
}
