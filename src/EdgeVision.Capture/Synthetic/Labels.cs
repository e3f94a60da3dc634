using EdgeVision.Capture.Synthetic.Movers;

namespace EdgeVision.Capture.Synthetic;

/// <summary>The labels of the truth, as COCO names them.</summary>
internal static class Labels
{
    public const string Person = "person";

    public static string Of(MoverKind kind) => kind switch
    {
        MoverKind.Person => Person,
        MoverKind.Cyclist or MoverKind.ParkedBicycle => "bicycle",
        MoverKind.Motorcyclist => "motorcycle",
        MoverKind.Car => "car",
        MoverKind.Bus => "bus",
        _ => "truck",
    };
}
