using System.Text.Json;
using EdgeVision.Core.Faults;
using EdgeVision.Inference.Onnx;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Sessions;

/// <summary>Makes refusals of models and failures of runs faults that name node and operator.</summary>
public static class LibraryFault
{
    private const string Cpu = "cpu";
    private const string CpuProvider = "CPU";

    /// <summary>A model that does not load. Accelerator and provider of the origin are the CPU's; who knows better replaces them.</summary>
    /// <param name="library">Its version, for people.</param>
    /// <param name="model">The model.</param>
    /// <param name="error">What it said.</param>
    public static Fault OfLoad(string library, SessionModel model, OrtException error)
    {
        var place = PlaceOf(error.Text, model.Bytes);
        var origin = new FaultOrigin(Cpu, CpuProvider, model.Sha256, FaultStage.Load, place?.Node, place?.Operator, CodeOf(error));
        var subject = $"model {model.Name}";
        return place is null
            ? new Fault(
                FaultCode.ModelUnreadable, subject, $"ONNX Runtime {library} cannot load {model.Path} ({error.Code})",
                "check that the file is ONNX and not damaged", error.Text) { Origin = origin }
            : new Fault(
                FaultCode.AcceleratorUnusable, subject, $"ONNX Runtime {library} cannot run {place} of {model.Path} ({error.Code})",
                "export the model without it, or for another opset; a newer library, or a provider of its own, may have it", error.Text) { Origin = origin };
    }

    /// <summary>A model that our own reader does not let through to the library.</summary>
    public static Fault OfRefusal(SessionModel model, OnnxRefusal refusal)
    {
        var place = LibraryWords.PlaceIn(refusal);
        return new Fault(
            FaultCode.ModelUnreadable, $"model {model.Name}", $"{model.Path} is refused ({refusal.Reason}{(place is null ? "" : $": {place}")})",
            "check that the file is ONNX and not damaged; docs/formats/onnx-subset.md says what is let through", refusal.ToString())
        {
            Origin = new FaultOrigin(Cpu, CpuProvider, model.Sha256, FaultStage.Load, place?.Node, place?.Operator),
        };
    }

    /// <summary>A run that failed; the node is named where the library names it.</summary>
    /// <param name="subject">What failed.</param>
    /// <param name="error">What the library said.</param>
    public static Fault OfRun(string subject, OrtException error)
    {
        var place = LibraryWords.PlaceIn(error.Text);
        return new Fault(
            FaultCode.InferenceFailed, subject, $"the run failed ({error.Code}){(place is null ? "" : $" at {place}")}",
            "see the library's words; the next frame is tried", error.Text)
        {
            Origin = new FaultOrigin(Cpu, CpuProvider, "", FaultStage.Run, place?.Node, place?.Operator, CodeOf(error)),
        };
    }

    /// <summary>Null when the words name neither node nor operator.</summary>
    internal static GraphPlace? PlaceOf(string text, ReadOnlyMemory<byte> model) =>
        LibraryWords.PlaceIn(text) is { } place ? NodeSearch.Complete(place, model) : null;

    /// <summary>As the library writes it: NOT_IMPLEMENTED.</summary>
    internal static string CodeOf(OrtException error) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(error.Code.ToString());
}
