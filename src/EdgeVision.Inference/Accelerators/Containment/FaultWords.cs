using EdgeVision.Core.Faults;
using EdgeVision.Inference.Sessions;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>Makes what went wrong with a candidate a fault that says where exactly, what was done, and what it cost.</summary>
/// <param name="modelSha256">Of the model that all candidates run.</param>
internal sealed class FaultWords(string modelSha256)
{
    /// <summary>Keeps the node, operator, stage and code of an origin that is there already.</summary>
    public Fault Complete(Fault fault, AcceleratorCandidate candidate, FaultStage stage, string action, TimeSpan cost)
    {
        var origin = fault.Origin ?? new FaultOrigin(candidate.Name, candidate.Provider, modelSha256, StageOf(fault.Code, stage));
        return fault with
        {
            Origin = origin with
            {
                Accelerator = candidate.Name,
                Provider = candidate.Provider,
                ModelSha256 = modelSha256,
                Action = action,
                Cost = cost,
            },
        };
    }

    public static Fault Hung(CandidateTrack track, TimeSpan limit, string work) => new(
        FaultCode.AcceleratorTimedOut, track.Subject, $"{work} did not end within {limit.TotalSeconds:0.###} s",
        "it is opened anew after a pause; if it repeats, look at its driver and at what else uses it");

    public static Fault Unusable(CandidateTrack track, Exception exception)
    {
        const string remedy = "see the library's words; edgevision devices says what it needs";
        var fault = exception is OrtException error
            ? LibraryFault.OfRun(track.Subject, error)
            : new Fault(FaultCode.Internal, track.Subject, $"{exception.GetType().Name}: {exception.Message}");
        return fault with { Code = FaultCode.AcceleratorUnusable, What = $"it cannot be opened: {fault.What}", Remedy = remedy };
    }

    /// <summary>Whether nothing more can come from the accelerator as it is open now.</summary>
    public static bool IsLost(Fault fault) =>
        fault.Code is FaultCode.AcceleratorLost or FaultCode.AcceleratorTimedOut or FaultCode.AcceleratorMissing or FaultCode.Internal;

    private static FaultStage StageOf(FaultCode code, FaultStage otherwise) => code switch
    {
        FaultCode.AcceleratorMissing or FaultCode.LibraryMissing => FaultStage.Find,
        FaultCode.ModelUnreadable or FaultCode.ModelMismatch or FaultCode.ModelMissing => FaultStage.Load,
        FaultCode.OutputInvalid => FaultStage.Decode,
        _ => otherwise,
    };
}
