namespace EdgeVision.Capture.Synthetic.Movers;

internal enum CarShape
{
    Hatchback,
    Saloon,
    Estate,
    OffRoad,
    Minivan,
}
