using EdgeVision.Core.Faults;
using EdgeVision.Inference.Sessions;
using EdgeVision.Inference.Workers.Protocol;
using EdgeVision.Native;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Workers.Hosting;

/// <summary>Turns what a library threw into a report that says where on the way, in which node, and with which code.</summary>
internal static class ProviderFault
{
    private const string Cpu = "CPU";

    public static bool IsOfLibrary(Exception failure) => Library(failure) is not null;

    public static FaultReport OfLoad(Exception failure) => failure switch
    {
        HostedModelException hosted => OfLibrary(hosted, Library(hosted.InnerException!)!),
        FaultException { Fault: var fault } => OfModel(fault),
        NativeLibraryException missing => new FaultReport(
            FaultCode.LibraryMissing, FaultStage.Find, $"{missing.Library} cannot be loaded", missing.Remedy, missing.Message),
        InvalidDataException refused => new FaultReport(FaultCode.Internal, FaultStage.Load, refused.Message, "please report it"),
        IOException or UnauthorizedAccessException => new FaultReport(
            FaultCode.AcceleratorUnusable, FaultStage.Load, failure.Message, "see whether the service's user may read it"),
        _ => new FaultReport(FaultCode.Internal, FaultStage.Load, $"{failure.GetType().Name}: {failure.Message}", "please report it"),
    };

    public static FaultReport OfRun(Exception failure) => failure is OrtException error ? OfRun(error, default) : new FaultReport(
        FaultCode.Internal, FaultStage.Run, $"{failure.GetType().Name}: {failure.Message}", "please report it");

    /// <summary>Our own reader's refusal, or the manifest's contradiction.</summary>
    private static FaultReport OfModel(Fault fault) => new(
        fault.Code, fault.Code == FaultCode.AcceleratorMissing ? FaultStage.Find : fault.Origin?.Stage ?? FaultStage.Load, fault.What, fault.Remedy, fault.Tail,
        fault.Origin?.Node, fault.Origin?.Operator);

    private static FaultReport OfRun(OrtException error, ReadOnlyMemory<byte> model)
    {
        var at = LibraryFault.PlaceOf(error.Text, model);
        return error.Code == OrtErrorCode.DeviceReset || error.Text.Contains("device lost", StringComparison.OrdinalIgnoreCase)
            ? Of(error, FaultCode.AcceleratorLost, FaultStage.Run, "the device was lost", "it is tried again once it is back", at)
            : Of(error, FaultCode.InferenceFailed, FaultStage.Run, $"the run failed{At(at)}", "see the library's words; the next frame is tried", at);
    }

    private static FaultReport OfLibrary(HostedModelException hosted, OrtException error)
    {
        var provider = hosted.Order.Provider;
        if (error.Function == "Run")
        {
            return OfRun(error, hosted.Model);
        }

        if (error.Function == "RegisterExecutionProviderLibrary")
        {
            return Of(error, FaultCode.AcceleratorUnusable, FaultStage.Load, $"the provider library of {provider} does not start", "see the library's words, and that it is made for this ONNX Runtime", null);
        }

        if (error.Function != "CreateSessionFromArray")
        {
            return IsAbsent(error)
                ? Of(error, FaultCode.AcceleratorMissing, FaultStage.Find, $"the loaded ONNX Runtime has no {provider}", "install one that was built with it, and say where it is under library", default)
                : Of(error, FaultCode.AcceleratorUnusable, FaultStage.Load, $"{provider} refuses its options", "mend them; the library's words say what", null);
        }

        var at = LibraryFault.PlaceOf(error.Text, hosted.Model);
        var isModel = error.Code is OrtErrorCode.InvalidProtobuf or OrtErrorCode.NoModel or OrtErrorCode.InvalidGraph
            || (at is not null && provider == Cpu) || LibraryWords.SayUnknownOperator(error.Text);
        return isModel
            ? Of(error, FaultCode.ModelUnreadable, at is not null ? FaultStage.Compile : FaultStage.Load, $"ONNX Runtime cannot load the model{At(at)}", "use a model whose operators it has", at)
            : Of(error, FaultCode.AcceleratorUnusable, FaultStage.Compile, $"{provider} cannot run the model{At(at)}", "use another accelerator for this model", at);
    }

    private static FaultReport Of(OrtException error, FaultCode code, FaultStage stage, string what, string remedy, GraphPlace? at) =>
        new(code, stage, what, remedy, error.Text, at?.Node, at?.Operator, LibraryFault.CodeOf(error));

    private static string At(GraphPlace? place) => place is null ? "" : $" at {place}";

    private static bool IsAbsent(OrtException error) =>
        error.Code is OrtErrorCode.NotImplemented or OrtErrorCode.NoSuchFile or OrtErrorCode.NotFound
        || error.Text.Contains("not supported in this build", StringComparison.OrdinalIgnoreCase)
        || error.Text.Contains("not enabled in this build", StringComparison.OrdinalIgnoreCase)
        || error.Text.Contains("Failed to load", StringComparison.OrdinalIgnoreCase)
        || error.Text.Contains("Unknown provider name", StringComparison.OrdinalIgnoreCase);

    private static OrtException? Library(Exception failure) => failure as OrtException ?? failure.InnerException as OrtException;
}
