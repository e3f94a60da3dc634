using EdgeVision.Inference.Models;
using EdgeVision.Inference.Sessions;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Containment.Fakes;

/// <summary>Sessions of real models for the golden frame.</summary>
internal static class Golden
{
    public static InferenceSession Session(VerifiedModel model, OrtSessionOptions? options = null) => InferenceSession.Open(
        Ort.Need(), model, model.Manifest.Decoder.Create(model.Manifest.Input.Size, model.Manifest.Classes.Count).Outputs,
        options ?? new OrtSessionOptions());
}
