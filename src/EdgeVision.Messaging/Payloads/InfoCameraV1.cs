namespace EdgeVision.Messaging.Payloads;

/// <summary>One configured camera.</summary>
/// <param name="Camera">Its id.</param>
/// <param name="Source">What it is, without secrets.</param>
/// <param name="Model">Name of the model that looks at it.</param>
public sealed record InfoCameraV1(string Camera, string Source, string Model);
