using EdgeVision.Capture.Processes;
using EdgeVision.Inference.Workers;

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
}
