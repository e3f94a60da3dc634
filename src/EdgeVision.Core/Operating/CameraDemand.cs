namespace EdgeVision.Core.Operating;

/// <summary>What one camera asks of the accelerator.</summary>
/// <param name="Camera">Its id.</param>
/// <param name="Fps">Inferences per second, above 0; infinity for as many as possible.</param>
/// <param name="Deadline">A detection must be there so long after its frame.</param>
public sealed record CameraDemand(string Camera, double Fps, TimeSpan Deadline);
