using EdgeVision.Capture.Processes;

namespace EdgeVision.Service.Devices;

/// <summary>This program, to be started again as a child.</summary>
internal static class OwnProgram
{
    /// <param name="arguments">What follows the program's name.</param>
    public static ChildCommand With(params string[] arguments)
    {
        var running = Environment.ProcessPath ?? "dotnet";

        // From a development build the process is dotnet itself, and the program its first argument.
        return Path.GetFileNameWithoutExtension(running) == "dotnet"
            ? new ChildCommand(running, [typeof(OwnProgram).Assembly.Location, .. arguments])
            : new ChildCommand(running, arguments);
    }
}
