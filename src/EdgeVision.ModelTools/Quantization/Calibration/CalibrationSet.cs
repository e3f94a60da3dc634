namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>The pictures that a model is calibrated with: a folder, a video, a camera's own frames.</summary>
/// <param name="Description">Where they are from, as a person named it.</param>
/// <param name="Count">How many there are at most.</param>
/// <param name="Read">Gives them from the first on, the same ones each time it is called.</param>
public sealed record CalibrationSet(string Description, int Count, Func<CancellationToken, IEnumerable<CalibrationFrame>> Read);
