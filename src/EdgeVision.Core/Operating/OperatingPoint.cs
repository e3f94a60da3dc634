using EdgeVision.Core.Frames;

namespace EdgeVision.Core.Operating;

/// <summary>One way to run a detector: which bytes, at which size, on what.</summary>
/// <param name="Model">The manifest's name, for people.</param>
/// <param name="ModelSha256">Hash of the model file, lower-case hex: it stands for weights and precision.</param>
/// <param name="Input">Size of the model's input.</param>
/// <param name="Accelerator">Name of the accelerator, e.g. "cpu".</param>
/// <param name="Threads">Threads within one inference, at least 1.</param>
/// <param name="Spinning">Whether idle threads spin for the next task: faster by a little, at much energy.</param>
public sealed record OperatingPoint(
    string Model, string ModelSha256, PictureSize Input, string Accelerator, int Threads, bool Spinning)
{
    public override string ToString() => $"{Model} {Input} on {Accelerator} x{Threads}";
}
