namespace EdgeVision.Service.Tests.Truth;

/// <summary>What a detector that knows the truth does wrong on purpose.</summary>
/// <param name="MissEvery">Leaves every Nth labelled object out; 0 for none.</param>
/// <param name="Invented">Boxes a frame where nothing is.</param>
/// <param name="WithHidden">Says the objects too that get no label.</param>
/// <param name="Shift">Moves every box to the right by this share of its width.</param>
public sealed record KnownErrors(int MissEvery = 0, int Invented = 0, bool WithHidden = false, float Shift = 0);
