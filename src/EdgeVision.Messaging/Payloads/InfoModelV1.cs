namespace EdgeVision.Messaging.Payloads;

/// <summary>One model in use.</summary>
/// <param name="Name">The manifest's name.</param>
/// <param name="Sha256">Hash of the model file, lower-case hex.</param>
/// <param name="Input">Width x height of its input.</param>
/// <param name="Precision">Such as fp32 or int8.</param>
public sealed record InfoModelV1(string Name, string Sha256, string Input, string Precision);
