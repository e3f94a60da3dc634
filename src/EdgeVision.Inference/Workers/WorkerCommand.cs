namespace EdgeVision.Inference.Workers;

/// <summary>How a worker is started; "--socket" and the socket's path are put behind the arguments.</summary>
/// <param name="Program">A path, or a name to be found on the PATH.</param>
/// <param name="Arguments">Passed as they are, without a shell.</param>
public sealed record WorkerCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>This very program with the given arguments, whether it has a launcher of its own or runs under dotnet.</summary>
    public static WorkerCommand ThisProgram(params IReadOnlyList<string> arguments)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("the system does not say which program this is");
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? new WorkerCommand(program, [Environment.GetCommandLineArgs()[0], .. arguments])
            : new WorkerCommand(program, arguments);
    }
}
