namespace EdgeVision.ModelTools.Evaluation;

/// <summary>
/// COCO's twelve numbers for boxes (https://cocodataset.org/#detection-eval), each 0..1, or -1 where there was no
/// ground truth to find. AP is the mean over IoU .50:.05:.95, 101 recall points and the classes that have ground truth,
/// with at most 100 detections a picture and class; AR is the mean over IoU and classes of the highest recall.
/// </summary>
public sealed record CocoMetrics
{
    public required double Ap { get; init; }

    /// <summary>At IoU .50.</summary>
    public required double Ap50 { get; init; }

    /// <summary>At IoU .75.</summary>
    public required double Ap75 { get; init; }

    /// <summary>Objects up to 32² pixels.</summary>
    public required double ApSmall { get; init; }

    /// <summary>Objects from 32² to 96² pixels.</summary>
    public required double ApMedium { get; init; }

    /// <summary>Objects from 96² pixels.</summary>
    public required double ApLarge { get; init; }

    /// <summary>With the best detection of each picture and class alone.</summary>
    public required double Ar1 { get; init; }

    public required double Ar10 { get; init; }

    public required double Ar100 { get; init; }

    public required double ArSmall { get; init; }

    public required double ArMedium { get; init; }

    public required double ArLarge { get; init; }

    /// <summary>Pictures judged, with or without objects.</summary>
    public required int Images { get; init; }

    /// <summary><see cref="Ap"/> of each class judged, by its name.</summary>
    public required IReadOnlyDictionary<string, double> PerClass { get; init; }

    /// <summary><see cref="Ap50"/> of each class judged, by its name.</summary>
    public required IReadOnlyDictionary<string, double> PerClassAp50 { get; init; }
}
