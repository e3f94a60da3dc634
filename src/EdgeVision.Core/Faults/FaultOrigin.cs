namespace EdgeVision.Core.Faults;

/// <summary>What pinpoints an accelerator's fault, beside the words of <see cref="Fault"/>.</summary>
/// <param name="Accelerator">Its name in the configuration, e.g. "npu".</param>
/// <param name="Provider">The execution provider, e.g. "QNN"; "CPU" for ONNX Runtime's own kernels.</param>
/// <param name="ModelSha256">Of the model's file, lower-case hex; empty when it is about no model.</param>
/// <param name="Stage">Where on the way.</param>
/// <param name="Node">Name of the graph's node, where it is known.</param>
/// <param name="Operator">That node's operator, e.g. "Resize".</param>
/// <param name="LibraryCode">The library's own code, e.g. "NOT_IMPLEMENTED".</param>
/// <param name="Action">What the service did about it, in words: "restarted the worker", "went on with cpu".</param>
/// <param name="Cost">How long no detection came because of it.</param>
public sealed record FaultOrigin(
    string Accelerator, string Provider, string ModelSha256, FaultStage Stage, string? Node = null, string? Operator = null,
    string? LibraryCode = null, string? Action = null, TimeSpan? Cost = null);
