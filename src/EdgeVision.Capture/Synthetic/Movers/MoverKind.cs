namespace EdgeVision.Capture.Synthetic.Movers;

internal enum MoverKind
{
    Person,
    Cyclist,
    ParkedBicycle,
    Motorcyclist,
    Car,
    Bus,
    Truck,
}
