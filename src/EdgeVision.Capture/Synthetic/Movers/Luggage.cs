namespace EdgeVision.Capture.Synthetic.Movers;

internal enum Luggage
{
    None,
    Backpack,
    Handbag,
    ShoppingBag,
    ShoulderBag,
}
