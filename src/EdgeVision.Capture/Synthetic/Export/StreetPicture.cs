namespace EdgeVision.Capture.Synthetic.Export;

/// <summary>A picture of a labelled set.</summary>
/// <param name="FileName">As it stands in the JSON.</param>
/// <param name="Objects">What it shows.</param>
public sealed record StreetPicture(string FileName, IReadOnlyList<StreetObject> Objects);
