namespace EdgeVision.Capture.Synthetic.Movers;

internal enum HeadWear
{
    Hair,
    LongHair,
    Bald,
    Cap,
    Hood,
    Helmet,
}
