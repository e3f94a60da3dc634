using EdgeVision.Capture.Processes;
using EdgeVision.Inference.Workers;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Service.Devices;

/// <summary>This program, to be started again as a child.</summary>
internal static class OwnProgram
{
    /// <param name="arguments">What follows the program's name.</param>
    public static ChildCommand With(params string[] arguments)
    {
        var own = WorkerCommand.ThisProgram(arguments);
        return new ChildCommand(own.Program, own.Arguments);
    }

    /// <summary>The same as a probe. A child is not given this program's settings, so what EDGEVISION_ORT names is said to it.</summary>
    public static ChildCommand AsProbe(params string[] arguments) => Environment.GetEnvironmentVariable(OrtLibrary.PathVariable) is { Length: > 0 } runtime
        ? With([.. arguments, "--runtime", runtime])
        : With(arguments);
}
