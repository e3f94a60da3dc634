namespace EdgeVision.Capture.Synthetic.Movers;

internal enum MoverKind
{
    Person,
    Cyclist,
    Motorcyclist,
    Car,
    Bus,
    Truck,
}
