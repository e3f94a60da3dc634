namespace EdgeVision.Capture.Synthetic.Movers;

internal enum LegWear
{
    Trousers,
    Shorts,
    Skirt,
    LongCoat,
}
